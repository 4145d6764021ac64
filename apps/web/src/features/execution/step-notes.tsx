'use client';

import { type Attachment, attachmentsOf, type KnownStep, purposeOf } from '@heliograph/domain';
import { Button, Disclosure, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { attachmentPath } from '../../platform/file-paths.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useFileUrl } from '../../platform/use-file-url.ts';
import { stepNoteMessages } from './step-note-messages.ts';
import styles from './step-notes.module.css';

/** What goes with a step beside what to do: why it is there, pictures to compare with, documents to open. */
export function StepNotes({ step }: { step: KnownStep }) {
  const t = useMessages(stepNoteMessages);
  const language = useLanguage();
  const purpose = purposeOf(step);
  const files = attachmentsOf(step);
  if (purpose === null && files.length === 0) return null;
  return (
    <Stack gap={3}>
      {purpose !== null && (
        <Disclosure summary={t.why}>
          <Text>{purpose[language]}</Text>
        </Disclosure>
      )}
      {files.map((file) => (
        <File key={file.hash} file={file} />
      ))}
    </Stack>
  );
}

function File({ file }: { file: Attachment }) {
  const t = useMessages(stepNoteMessages);
  const language = useLanguage();
  const [isAway, setAway] = useState(false);
  const src = useFileUrl(attachmentPath(file.hash));
  const caption = file.caption?.[language] || file.name;
  if (file.kind === 'document')
    return (
      <Button kind="quiet" icon="book" href={src} download={file.name}>
        {caption || t.document}
      </Button>
    );
  return (
    <figure className={styles.figure}>
      {isAway ? (
        <Text isSoft>{t.away}</Text>
      ) : (
        <img className={styles.picture} src={src} alt={caption || t.picture} loading="lazy" onError={() => setAway(true)} />
      )}
      <figcaption className={styles.caption}>{caption}</figcaption>
    </figure>
  );
}
