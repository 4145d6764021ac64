'use client';

import { firstTitle } from '@heliograph/domain/assistant';
import { Badge, Button, Icon, List, ListRow, Notice, SearchField, Section, Skeleton, Stack, Text } from '@heliograph/ui';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';
import type { TalkMemory } from './talk.ts';
import { type TalkItem, useTalks } from './use-talks.ts';

interface TalkListProps {
  /** The conversation beside the list. */
  readonly current: string | null;
  /** Grows when one of them has changed. */
  readonly version: number;
  /** Where there is none yet. */
  readonly empty: ReactNode;
}

/** The person's conversations: folders, words, pinned ones first, then the newest. */
export function TalkList({ current, version, empty }: TalkListProps) {
  const t = useMessages(assistantMessages);
  const [folder, setFolder] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const { memory } = useShell();
  const { talks, showMore } = useTalks({ folder, words: useDeferredValue(words), version });
  if (talks === null) return <Skeleton label={t.reading} lines={8} />;
  return (
    <Stack gap={4}>
      <SearchField label={t.search} value={words} onChange={setWords} clearLabel={t.clearSearch} />
      {talks.isStale && <Notice>{t.stale}</Notice>}
      {words === '' && memory !== null && <Held held={memory.held} />}
      {words === '' && <Folders folders={talks.folders} value={folder} onChange={setFolder} />}
      {talks.items.length === 0 ? (
        words === '' ? (
          empty
        ) : (
          <Text isSoft>{t.nothingFound}</Text>
        )
      ) : (
        <List label={t.conversations}>
          {talks.items.map((item) => (
            <Row key={item.id} item={item} isCurrent={item.id === current} />
          ))}
        </List>
      )}
      {talks.hasMore && (
        <Button kind="quiet" onClick={showMore}>
          {t.more}
        </Button>
      )}
    </Stack>
  );
}

/** Questions that are on this device alone: a conversation that begins with one is in no other list. */
function Held({ held }: Pick<TalkMemory, 'held'>) {
  const t = useMessages(assistantMessages);
  const { home } = useShell();
  const questions = useReadable(held);
  if (questions.length === 0) return null;
  return (
    <Section title={t.held} aside={questions.length}>
      <List>
        {questions.map(({ asked: { id, text, conversation }, problem }) => (
          <ListRow
            key={id}
            leading={<Icon name={problem === null ? 'clock' : 'triangle'} />}
            title={firstTitle(text)}
            detail={problem === null ? t.heldWaiting : t.heldRefused}
            href={`${home}/${conversation}`}
          />
        ))}
      </List>
    </Section>
  );
}

function Row({ item: { id, title, folder, isPinned, sharedAt, movedAt }, isCurrent }: { item: TalkItem; isCurrent: boolean }) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const { home } = useShell();
  const detail = [folder === '' ? t.general : folder, format.shortDay(movedAt), sharedAt === null ? null : t.shared];
  return (
    <ListRow
      title={title === '' ? t.untitled : title}
      detail={detail.filter(Boolean).join(' · ')}
      trailing={isPinned ? <Badge icon="flag">{t.pinned}</Badge> : undefined}
      isCurrent={isCurrent}
      href={`${home}/${id}`}
    />
  );
}

interface FoldersProps {
  readonly folders: readonly { readonly name: string; readonly count: number }[];
  readonly value: string | null;
  onChange(folder: string | null): void;
}

function Folders({ folders, value, onChange }: FoldersProps) {
  const t = useMessages(assistantMessages);
  if (folders.length < 2) return null;
  const options = [
    { name: null, label: t.allFolders },
    ...folders.map(({ name, count }) => ({ name, label: `${name === '' ? t.general : name} (${count})` })),
  ];
  return (
    <fieldset className={styles.followUps}>
      <legend className={styles.hidden}>{t.folders}</legend>
      {options.map(({ name, label }) => (
        <button key={name ?? ' '} type="button" className={styles.followUp} aria-pressed={name === value} onClick={() => onChange(name)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
