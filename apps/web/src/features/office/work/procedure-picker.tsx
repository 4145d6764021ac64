'use client';

import { Button, FieldGroup, List, ListRow, SearchField, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useOfficeLibrary } from '../shared/every-page.ts';
import { workMessages } from './messages.ts';

const SHOWN = 8;
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface ProcedurePickerProps {
  readonly id: string;
  /** Hash; '' for none yet. */
  readonly value: string;
  readonly error: string | undefined;
  /** Name of a version that was chosen and is not in the library: an earlier one. */
  readonly unlisted?: string | undefined;
  onChange(hash: string): void;
}

/** One procedure of the library, by words of its title. */
export function ProcedurePicker({ id, value, error, unlisted, onChange }: ProcedurePickerProps) {
  const t = useMessages(workMessages);
  const say = useLocalized();
  const { category } = useCatalogueNames();
  const [typed, setTyped] = useState('');
  const { data: library = [], isSuccess } = useOfficeLibrary();
  const listed = library.find(({ hash }) => hash === value);
  const earlier = isSuccess && value !== '' && unlisted !== undefined ? { title: unlisted, detail: undefined } : undefined;
  const chosen = listed === undefined ? earlier : { title: say(listed.title), detail: category(listed.category) };
  const words = plain(typed).split(/\s+/);
  const found = library.filter(({ title }) => words.every((word) => plain(say(title)).includes(word)));
  return (
    <FieldGroup role="group" id={id} label={t.procedure} error={error}>
      {chosen !== undefined ? (
        <List>
          <ListRow
            title={chosen.title}
            detail={chosen.detail}
            trailing={
              <Button kind="quiet" onClick={() => onChange('')}>
                {t.change}
              </Button>
            }
          />
        </List>
      ) : (
        <Stack gap={2}>
          <SearchField label={t.searchProcedure} clearLabel={t.clearSearch} value={typed} onChange={setTyped} />
          {library.length > 0 && found.length === 0 && <Text isSoft>{t.nothingFound}</Text>}
          <List label={t.procedure}>
            {found.slice(0, SHOWN).map(({ hash, title, category: kind }) => (
              <ListRow key={hash} title={say(title)} detail={category(kind)} onClick={() => onChange(hash)} />
            ))}
          </List>
          {found.length > SHOWN && (
            <Text kind="small" isSoft>
              {t.moreProcedures(found.length - SHOWN)}
            </Text>
          )}
        </Stack>
      )}
    </FieldGroup>
  );
}
