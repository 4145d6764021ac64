'use client';

import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { personWords } from '../../people/words.ts';
import { ChangedMeanwhile } from '../shared/changed-meanwhile.tsx';
import { organisationMessages } from './messages.ts';
import type { FieldName, SettingsDraft } from './settings-draft.ts';
import type { Editing, Stored } from './use-settings.ts';

/** What a colleague stored meanwhile, beside what was typed here. */
export function Overtaken({ stored, editing }: { stored: Stored; editing: Editing }) {
  const t = useMessages(organisationMessages);
  const words = useMessages(personWords);
  const format = useFormat();
  const said: Readonly<Record<FieldName, (draft: SettingsDraft) => string>> = {
    name: ({ name }) => name,
    logo: ({ logo }) => (logo === null ? t.logoNone : logo === stored.logo ? t.logoPicture : t.changedLogo),
    languages: ({ languages }) => format.list(languages.map((one) => words[`language_${one}`])),
    language: ({ language }) => words[`language_${language}`],
    timeZone: ({ timeZone }) => timeZone,
    placePolicy: ({ placePolicy }) => t[`place_${placePolicy}`],
    photoSide: ({ photoSide }) => t.pixels(String(photoSide)),
    photosWifiOnly: ({ photosWifiOnly }) => (photosWifiOnly ? t.yes : t.no),
    secondApproval: ({ secondApproval }) => (secondApproval ? t.yes : t.no),
    unsentAlarmHours: ({ unsentAlarmHours }) => format.duration(unsentAlarmHours * 60),
  };
  const labels: Readonly<Record<FieldName, string>> = { ...t, photosWifiOnly: t.wifiOnly, unsentAlarmHours: t.unsentAlarm };
  return (
    <ChangedMeanwhile
      differences={editing.mine.map((key) => ({ key, label: labels[key], theirs: said[key](stored), mine: said[key](editing.draft) }))}
      isBusy={editing.isBusy}
      onKeepMine={() => void editing.save()}
      onTakeTheirs={editing.restore}
    />
  );
}
