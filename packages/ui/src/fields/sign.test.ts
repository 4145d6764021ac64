import { expect, test } from 'vitest';
import { withOtherSign } from './sign.ts';

test('the ± key turns a sign round, whichever minus it was, and loses no digit', () => {
  expect(['4,5', '+4,5', '-4,5', '−4,5', ''].map(withOtherSign)).toEqual(['−4,5', '−4,5', '4,5', '4,5', '−']);
});
