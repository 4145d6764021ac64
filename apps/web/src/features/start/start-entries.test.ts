import {
  assetIdSchema,
  envelopeSchema,
  foldExecution,
  procedureHashSchema,
  readOperation,
  siteIdSchema,
  userIdSchema,
  uuidv7,
} from '@heliograph/domain';
import { expect, test } from 'vitest';
import { newExecutionId } from '../../platform/same-act.ts';
import { type Start, startEntries } from './start-entries.ts';

const id = (n: number) => uuidv7(n, new Uint8Array(10).fill(n));
const me = userIdSchema.parse(id(1));
const start: Start = {
  procedure: procedureHashSchema.parse('a'.repeat(64)),
  site: siteIdSchema.parse(id(2)),
  target: { kind: 'asset', id: assetIdSchema.parse(id(3)) },
  roles: ['team_lead'],
  second: { kind: 'named', name: ' Rémi ' },
};

/** As the phone engine would write them. */
function folded(given: Start) {
  const operations = startEntries(newExecutionId(), given).map(({ draft }, at) =>
    envelopeSchema.parse({ i: at + 1, id: id(10 + at), v: 1, w: at, z: 0, o: 0, n: 1, ...draft }),
  );
  for (const operation of operations) expect(readOperation(operation).kind).toBe('known');
  return foldExecution(operations.map((operation) => ({ operation, seq: null, actor: me, serverAt: null, flags: [] })));
}

test('a start is one the domain understands, with place, roles and the person present', () => {
  const state = folded(start);
  expect(state.status).toBe('in_progress');
  expect(state.start?.p).toMatchObject({ procedure: start.procedure, site: start.site, asset: id(3), roles: ['technician', 'team_lead'] });
  expect(state.seconds.map(({ p }) => p)).toEqual([{ name: 'Rémi' }]);
});

test('a start on the whole plant names no asset, and alone no second person', () => {
  const state = folded({ ...start, target: { kind: 'whole_site' }, second: { kind: 'nobody' } });
  expect(state.start?.p).not.toHaveProperty('asset');
  expect(state.seconds).toEqual([]);
});

test('a colleague is present by their id', () => {
  const user = userIdSchema.parse(id(7));
  expect(folded({ ...start, second: { kind: 'colleague', user, name: 'Inès' } }).seconds[0]?.p).toEqual({ user, name: 'Inès' });
});
