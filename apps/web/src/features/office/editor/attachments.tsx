'use client';

import { type Attachment, attachmentSchema, attachmentsOf } from '@heliograph/domain';
import type { DraftStep, ExtraValue } from '@heliograph/domain/procedure/draft';
import { Button, Cluster, FileButton, Notice, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { attachmentPath } from '../../../platform/file-paths.ts';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { type UploadProblem, upload } from '../shared/upload.ts';
import styles from './attachments.module.css';
import { fileMessages } from './file-messages.ts';

interface AttachmentsProps {
  /** Of a step or of the procedure. */
  readonly extra: DraftStep['extra'];
  /** The entry of `extra` that holds the files. */
  onChange(entry: ExtraValue): void;
}

/** Pictures and documents beside a step: chosen here, kept by hash, on the phone without a network. */
export function Attachments({ extra, onChange }: AttachmentsProps) {
  const t = useMessages(fileMessages);
  const format = useFormat();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UploadProblem | null>(null);
  const files = attachmentsOf({ extra });
  const set = (next: readonly Attachment[]) => onChange(next.length === 0 ? undefined : next.map(entryOf));
  const take = async (chosen: readonly File[]) => {
    setBusy(true);
    setProblem(null);
    const taken: Attachment[] = [];
    for (const file of chosen) {
      const answer = await upload(`/api/attachments?name=${encodeURIComponent(file.name.slice(0, 200))}`, file, attachmentSchema);
      if (typeof answer === 'string') setProblem(answer);
      else if (![...files, ...taken].some(({ hash }) => hash === answer.hash)) taken.push(answer);
    }
    setBusy(false);
    if (taken.length > 0) set([...files, ...taken]);
  };
  return (
    <Stack gap={3}>
      {files.map((file, at) => (
        <div key={file.hash} className={styles.file} id={placeId('extra', 'attachments', at)}>
          {file.kind === 'photo' && <img className={styles.picture} src={attachmentPath(file.hash)} alt={file.name} loading="lazy" />}
          <Stack gap={2}>
            <Text kind="small">
              {file.name || t[file.kind]} · {format.bytes(file.bytes)}
            </Text>
            <BothField
              id={placeId('extra', 'attachments', at, 'caption')}
              label={t.caption}
              value={file.caption}
              isOptional
              onChange={(caption) => set(files.with(at, captioned(file, caption)))}
            />
            <Cluster>
              <Button kind="quiet" icon="trash" onClick={() => set(files.toSpliced(at, 1))}>
                {t.remove}
              </Button>
            </Cluster>
          </Stack>
        </div>
      ))}
      <Cluster>
        <FileButton
          label={isBusy ? t.sending : t.add}
          icon="photo"
          kind="quiet"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          isMultiple
          disabled={isBusy}
          onFiles={(chosen) => void take(chosen)}
        />
      </Cluster>
      {problem !== null && (
        <Notice tone="watch" isLive>
          {t[problem]}
        </Notice>
      )}
    </Stack>
  );
}

/** A file as JSON says it: what is left out is not there. */
const entryOf = ({ caption, ...file }: Attachment) => (caption === undefined ? file : { ...file, caption });

function captioned({ caption: _, ...file }: Attachment, caption: Attachment['caption']): Attachment {
  return caption === undefined ? file : { ...file, caption };
}
