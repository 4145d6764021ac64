import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Step } from '../procedure/content.ts';
import { inverterWith, uuid } from '../testing/plant.ts';
import { ANA, BEN, library, type Reading, Run } from '../testing/run.ts';

const LABELS = ['CH1', 'CH2', 'Table 1', 'gone-9'] as const;
const ACTS = ['answer', 'answer', 'answer', 'answer', 'skip', 'refuse', 'clear', 'photo', 'sign', 'comment', 'torque', 'garbage', 'release'] as const;
const LIFE = ['complete', 'reopen', 'suspend', 'resume', 'cancel', 'second', 'conditions', 'item'] as const;

interface Act {
  readonly k: (typeof ACTS)[number] | (typeof LIFE)[number];
  readonly at: number;
  readonly label: number;
  readonly value: number;
  readonly isBlind: boolean;
  readonly isBen: boolean;
}

const acts = fc.array(
  fc.record({
    k: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ACTS) }, { weight: 1, arbitrary: fc.constantFrom(...LIFE) }),
    at: fc.nat(),
    label: fc.nat(LABELS.length - 1),
    value: fc.nat(7),
    isBlind: fc.boolean(),
    isBen: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** Something that a step of this kind may be answered with, limits on both sides included. */
function valueFor(step: Step, value: number): string {
  if (step.kind === 'choice') return step.options[value % step.options.length]?.value ?? 'x';
  if (step.kind === 'check') return ['ok', 'fail', 'na'][value % 3] ?? 'ok';
  if (step.kind === 'measurement') return ['0', '-5', '0.4', '12', '26', '500', '1246', '99999'][value] ?? '0';
  return value === 0 ? 'mismatch' : 'HG-1';
}

function write(run: Run, { k, at, label, value, isBlind, isBen }: Act): void {
  const { steps } = run.setting.content;
  const step = steps[at % steps.length];
  if (step === undefined) return;
  const s = step.repeat === undefined || value === 7 ? step.id : `${step.id}/${LABELS[label] ?? 'CH1'}`;
  const reason = { reason: 'vu' };
  run.by(isBen ? BEN : ANA);
  switch (k) {
    case 'answer':
      return void (step.kind === 'photo' || step.kind === 'signature' ? run.photos(s, 1) : run.answer(s, valueFor(step, value), { isBlind }));
    case 'photo':
      return void run.photos(s, 1);
    case 'sign':
      return void run.sign(s, value > 3 ? 'team_lead' : 'technician');
    case 'garbage':
      return void run.does('step', { s, isBlind, p: { kind: 'check', response: { value: value > 3 ? 12 : null } } });
    case 'release':
      return void run.does('release', { p: { halt: uuid((at % run.entries.length) + 1), ...reason } });
    case 'item':
      return void run.row(value > 3 ? 'string' : 'bond_point', LABELS[label] ?? 'CH1');
    case 'conditions':
      return void run.does('conditions', { p: { irradiance: String(value * 150) } });
    case 'second':
      return void run.does('second', { p: { name: 'Ben' } });
    case 'comment':
      return void run.does('comment', { s, p: { text: 'vu' } });
    default:
      return void run.does(k, { ...(ACTS.some((one) => one === k) ? { s } : {}), isBlind, p: reason });
  }
}

const setting = fc.record({
  content: fc.constantFrom(...library),
  plant: fc.nat(3).map(inverterWith),
  asset: fc.constantFrom('OND07', 'OND07', 'CH1', null),
});
const runs = fc.tuple(setting, acts).map(([given, script]) => {
  const run = new Run(given).start();
  for (const act of script) write(run, act);
  return run;
});

/** All that an assessment says, without the functions in it. */
const told = ({ places, missing, failed, findings, progress, halt, parked, openHoldPoint, state }: Reading) => ({
  places: places.map(({ context: _, step, item, ...place }) => ({ ...place, step: step.id, item: item?.key ?? null })),
  ...{ findings, progress, missing: missing.map(({ address }) => address), failed: failed.map(({ address }) => address) },
  ...{ halt: halt?.entry.operation.id, parked: parked?.address, open: openHoldPoint?.address, status: state.status },
});

test('whatever was recorded, an execution can be read: every missing place is shown and required, and no more is done than there is', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { places, missing, progress, openHoldPoint, halt } = run.read();
      expect(progress.total).toBe(places.filter(({ step }) => step.required).length);
      expect(progress.total - progress.done).toBe(missing.length);
      expect(missing.every((place) => places.includes(place) && place.step.required)).toBe(true);
      expect(new Set(places.map(({ address }) => address)).size).toBe(places.length);
      if (openHoldPoint !== null) expect(openHoldPoint.step.holdPoint && missing.includes(openHoldPoint)).toBe(true);
      if (halt !== null) expect(places).toContain(halt.place);
    }),
    { numRuns: 300 },
  );
});

test('nothing behind a hold point that is not passed may be answered, whatever else was recorded', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const reading = run.read();
      const at = reading.openHoldPoint === null ? reading.places.length : reading.places.indexOf(reading.openHoldPoint);
      for (const { address } of reading.places.slice(at + 1)) expect(reading.gate(address)).not.toBeNull();
      for (const { step, state, evaluation } of reading.places.slice(0, at))
        if (step.holdPoint && evaluation?.outcome !== 'pass') expect(['watch', 'failed', 'refused', 'done']).toContain(state);
    }),
    { numRuns: 300 },
  );
});

test('an answer more makes no other recorded answer disappear: it stands as it stood, shown or hidden by a condition', () => {
  fc.assert(
    fc.property(runs, fc.nat(), fc.nat(7), (run, at, value) => {
      const before = run.read();
      const place = before.places[at % before.places.length];
      if (place === undefined || place.needsItems) return;
      write(run, { k: 'answer', at: run.setting.content.steps.indexOf(place.step), label: 0, value: value % 7, isBlind: false, isBen: false });
      const after = run.read();
      const written = run.entries.at(-1)?.operation.s;
      for (const [address, { heads }] of before.state.registers)
        if (address !== written) expect(after.state.registers.get(address)?.heads).toEqual(heads);
      const shown = new Map(after.places.map((one) => [one.address, one]));
      for (const { address, step, response } of before.places.filter((one) => one.address !== written && one.response !== null))
        if (shown.has(address)) expect(shown.get(address)?.response).toEqual(response);
        else expect(step.showIf).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test('in whatever order and however often the entries come, sent or still on the phone, the reading is the same', () => {
  const shuffled = runs.chain((run) => {
    const sent = run.entries.map((entry, n) => (n * 2 > run.entries.length ? { ...entry, seq: null, serverAt: null } : entry));
    const twice = [...sent, ...sent];
    return fc.tuple(fc.constant(run), fc.constant(sent), fc.shuffledSubarray(twice, { minLength: twice.length, maxLength: twice.length }));
  });
  fc.assert(
    fc.property(shuffled, ([run, sent, entries]) => {
      expect(told(run.read(entries))).toEqual(told(run.read(sent)));
    }),
    { numRuns: 300 },
  );
});
