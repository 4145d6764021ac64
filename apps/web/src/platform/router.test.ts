import { describe, expect, test } from 'vitest';
import { match, pathTo } from './router.ts';

describe('a path', () => {
  test('gives its parameters, decoded: an address with a slash is one of them', () => {
    expect(match('/app/executions/:id/steps/:address', '/app/executions/e1/steps/s07%2Fitem%20é')).toEqual({ id: 'e1', address: 's07/item é' });
    expect(match('/app', '/app')).toEqual({});
  });

  test('is the same with a slash at its end', () => {
    expect(match('/app', '/app/')).toEqual({});
    expect(match('/app/a/:code', '/app/a/INV-01/')).toEqual({ code: 'INV-01' });
  });

  test('of another pattern, longer, shorter or with an empty part is not this one', () => {
    for (const path of ['/app/executions', '/app/executions/', '/app/executions/a/b', '/office/executions/a', '/app/Executions/a'])
      expect(match('/app/executions/:id', path)).toBeNull();
  });

  test('that was cut in the middle of an escape leads nowhere instead of breaking the app', () => {
    expect(match('/app/a/:code', '/app/a/%E0%A4')).toBeNull();
  });

  test('is made so that it is read back as it was', () => {
    for (const address of ['s07', 's07/item', 'é/ü %?#', '100%'])
      expect(match('/app/executions/:id/steps/:address', pathTo('/app/executions/:id/steps/:address', { id: 'e', address }))).toEqual({
        id: 'e',
        address,
      });
  });
});
