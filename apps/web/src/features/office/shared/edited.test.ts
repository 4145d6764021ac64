import { expect, test } from 'vitest';
import { changedFields, type SettingsDraft, wishOf } from '../settings/settings-draft.ts';
import { standingOf, type Typed } from './edited.ts';

type Stored = SettingsDraft & { readonly revision: number };

const before: Stored = {
  ...{ name: 'A', logo: null, languages: ['fr', 'en'], language: 'fr', timeZone: 'Europe/Paris', revision: 1 },
  ...{ placePolicy: 'distance', photoSide: 2048, photosWifiOnly: false, secondApproval: false, unsentAlarmHours: 24 },
};

/** What stands after something was typed over what stands now. */
const type = ({ begun, draft }: Typed<Stored, SettingsDraft>, wish: Partial<SettingsDraft>) => ({ begun, draft: { ...draft, ...wish } });
const seen = (stored: Stored, typed: Typed<Stored, SettingsDraft> | null, isRefused = true) =>
  standingOf({ stored, typed, isRefused, changedFields });

test('a press that was stored unheard is told as saved, and what a colleague changed beside it stays theirs', () => {
  const renamed = type(seen(before, null), { name: 'B' });
  const stored: Stored = { ...before, name: 'B', secondApproval: true, revision: 3 };
  const there = seen(stored, renamed);
  expect(there).toMatchObject({ isThere: true, isOvertaken: false, mine: [], draft: { name: 'B', secondApproval: true } });
  const next = type(there, { photosWifiOnly: true });
  expect({ revision: next.begun.revision, ...wishOf(next.begun, next.draft) }).toEqual({ revision: 3, photosWifiOnly: true });
});

test('what was typed back was never saved: what is stored is shown, and nothing is called saved', () => {
  const renamed = type(seen(before, null), { name: 'B' });
  const stored: Stored = { ...before, name: 'C', revision: 2 };
  expect(seen(stored, renamed)).toMatchObject({ isThere: false, isOvertaken: true, mine: ['name'], draft: { name: 'B' } });
  const back = seen(stored, type(renamed, { name: 'A' }));
  expect(back).toMatchObject({ isThere: false, isOvertaken: false, mine: [], draft: { name: 'C' } });
  expect(type(back, { name: 'CD' }).begun.revision).toBe(2);
});

test('while it is typed, a newer revision is not taken over, and a blank at the end stands', () => {
  const blank = seen(before, type(seen(before, null), { name: 'A ' }), false);
  expect(blank).toMatchObject({ mine: [], draft: { name: 'A ' } });
  const renamed = seen({ ...before, name: 'C', revision: 2 }, type(blank, { name: 'A B' }), false);
  expect(renamed).toMatchObject({ isThere: false, isOvertaken: false, mine: ['name'], begun: { revision: 1 }, draft: { name: 'A B' } });
});

test('a refusal whose newer revision was not read yet decides nothing', () => {
  expect(seen(before, type(seen(before, null), { name: 'B' }))).toMatchObject({ isThere: false, isOvertaken: false, mine: ['name'] });
});
