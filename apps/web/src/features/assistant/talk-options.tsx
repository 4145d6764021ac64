'use client';

import { conversationTitleSchema, folderNameSchema, LONGEST_FOLDER, LONGEST_TITLE } from '@heliograph/domain/assistant';
import { Button, Notice, Sheet, Stack, Switch, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { mutate, query, RpcError } from '../../platform/rpc.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import { useShell } from './shell.ts';
import type { OpenTalk } from './talk-state.ts';
import { removeTalk, useFolders } from './use-talks.ts';

interface TalkOptionsProps {
  readonly talk: OpenTalk['conversation'];
  readonly isOpen: boolean;
  onClose(): void;
  onChanged(): void;
  onRemoved(): void;
}

/** Everything one does with a conversation beside asking. */
export function TalkOptions({ isOpen, onClose, ...props }: TalkOptionsProps) {
  const t = useMessages(assistantMessages);
  return (
    <Sheet title={t.options} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <Options {...props} onClose={onClose} />
    </Sheet>
  );
}

function Options({ talk, onClose, onChanged, onRemoved }: Omit<TalkOptionsProps, 'isOpen'>) {
  const t = useMessages(assistantMessages);
  const say = useRefusal();
  const language = useLanguage();
  const [title, setTitle] = useState(talk.title);
  const [folder, setFolder] = useState(talk.folder);
  const [refused, setRefused] = useState<RpcError | null>(null);
  const { id } = talk;
  const { memory } = useShell();
  const does = async (work: () => Promise<unknown>) => {
    try {
      await work();
      onChanged();
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      setRefused(error);
    }
  };
  const save = () =>
    does(async () => {
      await mutate('conversation.update', { id, title: conversationTitleSchema.parse(title), folder: folderNameSchema.parse(folder) });
      onClose();
    });
  const give = (format: 'markdown' | 'json') => does(async () => download(await query('conversation.export', { id, format, language })));
  const remove = async () => {
    if (!(await removeTalk(id))) return setRefused(new RpcError('UNREACHED'));
    // Out of this device's memory too; undone, it is read anew.
    void memory?.forget(id).catch(() => undefined);
    onRemoved();
  };
  return (
    <Stack gap={5}>
      {refused !== null && (
        <Notice tone="watch" isLive>
          {say(refused)}
        </Notice>
      )}
      <TextField label={t.rename} value={title} onChange={setTitle} maxLength={LONGEST_TITLE} />
      <TextField label={t.folder} hint={t.folderHint} value={folder} onChange={setFolder} maxLength={LONGEST_FOLDER} />
      <KnownFolders value={folder} onChange={setFolder} />
      <Button kind="primary" isWide disabled={title.trim() === ''} onClick={() => void save()}>
        {t.save}
      </Button>
      <Switch label={t.pin} isOn={talk.isPinned} onChange={(isPinned) => void does(() => mutate('conversation.update', { id, isPinned }))} />
      <Switch
        label={t.share}
        hint={t.shareHint}
        isOn={talk.sharedAt !== null}
        onChange={(isShared) => void does(() => mutate('conversation.share', { id, isShared }))}
      />
      {talk.sharedAt !== null && <CopyLink id={id} />}
      <Button kind="quiet" icon="download" isWide onClick={() => void give('markdown')}>
        {t.exportMarkdown}
      </Button>
      <Button kind="quiet" icon="download" isWide onClick={() => void give('json')}>
        {t.exportJson}
      </Button>
      <Button kind="quiet" tone="stop" icon="trash" isWide onClick={() => void remove()}>
        {t.remove}
      </Button>
    </Stack>
  );
}

/** Folders that are there already: one touch in place of a name typed again. */
function KnownFolders({ value, onChange }: { value: string; onChange(folder: string): void }) {
  const t = useMessages(assistantMessages);
  const folders = useFolders().filter((name) => name !== value.trim());
  if (folders.length === 0) return null;
  return (
    <fieldset className={styles.followUps}>
      <legend className={styles.hidden}>{t.moveTo}</legend>
      {folders.map((name) => (
        <button key={name} type="button" className={styles.followUp} onClick={() => onChange(name)}>
          {name === '' ? t.general : name}
        </button>
      ))}
    </fieldset>
  );
}

/** The address that every colleague can open: those of the field have no office. */
function CopyLink({ id }: { id: string }) {
  const t = useMessages(assistantMessages);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const link = `${location.origin}/app/assistant/${id}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Stack gap={1}>
      <Button kind="action" icon="copy" isWide onClick={() => void copy()}>
        {t.copyLink}
      </Button>
      <Text kind="small" isSoft>
        <span role="status">{isCopied === null ? '' : isCopied ? t.linkCopied : t.linkNotCopied(link)}</span>
      </Text>
    </Stack>
  );
}

/** Hands a text over as a file. */
function download({ name, text }: { name: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
