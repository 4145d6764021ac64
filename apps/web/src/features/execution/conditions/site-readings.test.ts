import {
  assess,
  type ExecutionState,
  envelopeSchema,
  executionIdSchema,
  foldExecution,
  type ProcedureContent,
  userIdSchema,
  uuidv7,
} from '@heliograph/domain';
import { expect, test } from 'vitest';
import { fills, missingConditions, siteReadings } from './site-readings.ts';

const id = (n: number) => uuidv7(n, new Uint8Array(10).fill(n));
const me = userIdSchema.parse(id(1));
const text = { fr: 'a', en: 'a' };
const measurement = {
  ...{ kind: 'measurement', title: text, instructions: text, required: true, holdPoint: false },
  ...{ unit: 'W/m²', decimals: 0, limitKind: 'practice', severityOutside: 1 },
};
const steps = [
  { ...measurement, id: 's01', fills: 'irradiance' },
  {
    ...{ ...measurement, id: 's02', unit: 'K' },
    computed: { formula: 'delta_t_norm', inputs: { t_hot: 's03', t_ref: 's04', irradiance: 'conditions.irradiance' } },
  },
];
// As much of a procedure as its assessment reads.
const content = { steps, teamMin: 1, requiredCertifications: [] } as unknown as ProcedureContent;

function seen(...drafts: readonly { k: string; s?: string; p: object }[]) {
  const x = executionIdSchema.parse(id(9));
  const start = { k: 'start', p: { procedure: 'a'.repeat(64), site: id(2), roles: [] } };
  const log = [start, ...drafts].map((draft, at) => envelopeSchema.parse({ i: at + 1, id: id(20 + at), v: 1, w: at, z: 0, o: 0, n: 1, x, ...draft }));
  const state: ExecutionState = foldExecution(log.map((operation) => ({ operation, seq: null, actor: me, serverAt: null, flags: [] })));
  return { state, places: assess({ content, state, asset: null, assets: () => null, confirmed: new Set() }).places };
}
const answer = (s: string, value: string) => ({ k: 'step', s, p: { kind: 'measurement', response: { value, unit: 'W/m²' } } });
const said = ({ state, places }: ReturnType<typeof seen>) =>
  siteReadings(state, places).map(({ field, value, from }) => [field.key, value, from?.address ?? null]);

test('a condition is said by the card, else by the step that asked for it', () => {
  expect(said(seen())).toEqual([]);
  expect(said(seen(answer('s01', '765')))).toEqual([['irradiance', '765', 's01']]);
  expect(said(seen(answer('s01', '765'), { k: 'conditions', p: { irradiance: '812', wind: '2.5' } }))).toEqual([
    ['irradiance', '812', null],
    ['wind', '2.5', null],
  ]);
});

test('a step says which conditions its formula still waits for', () => {
  const waiting = (run: ReturnType<typeof seen>) => run.places.map((place) => missingConditions(place).map(({ key }) => key));
  expect(waiting(seen())).toEqual([[], ['irradiance']]);
  expect(waiting(seen(answer('s01', '765')))).toEqual([[], []]);
  expect(seen().places.map(fills)).toEqual(['irradiance', null]);
});
