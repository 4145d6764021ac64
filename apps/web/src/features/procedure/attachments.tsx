'use client';

import type { Attachment } from '@heliograph/domain';
import { List, ListRow, Section, Sheet, Stack, Thumbnail, Thumbnails } from '@heliograph/ui';
import { useState } from 'react';
import { attachmentPath } from '../../platform/file-paths.ts';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useFileUrl } from '../../platform/use-file-url.ts';
import styles from './attachments.module.css';
import { procedureMessages } from './messages.ts';

/** Reference pictures, each opening whole, then documents; nothing where there are none. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  const t = useMessages(procedureMessages);
  const pictures = files.filter(({ kind }) => kind === 'photo');
  const documents = files.filter(({ kind }) => kind === 'document');
  if (files.length === 0) return null;
  return (
    <Section title={t.files}>
      <Stack gap={3}>
        {pictures.length > 0 && (
          <Thumbnails>
            {pictures.map((file) => (
              <Picture key={file.hash} file={file} />
            ))}
          </Thumbnails>
        )}
        {documents.length > 0 && (
          <List>
            {documents.map((file) => (
              <Document key={file.hash} file={file} />
            ))}
          </List>
        )}
      </Stack>
    </Section>
  );
}

function Picture({ file }: { file: Attachment }) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  const src = useFileUrl(attachmentPath(file.hash));
  const [isOpen, setOpen] = useState(false);
  const said = file.caption?.[language] ?? file.name;
  return (
    <>
      <Thumbnail src={src} alt={said} caption={file.caption?.[language]} onClick={() => setOpen(true)} />
      <Sheet title={said} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t.close}>
        {isOpen && <img className={styles.whole} src={src} alt={said} />}
      </Sheet>
    </>
  );
}

function Document({ file: { hash, name, bytes } }: { file: Attachment }) {
  const format = useFormat();
  const url = useFileUrl(attachmentPath(hash));
  return (
    <ListRow
      title={
        <a href={url} download={name}>
          {name}
        </a>
      }
      detail={`PDF · ${format.bytes(bytes)}`}
    />
  );
}
