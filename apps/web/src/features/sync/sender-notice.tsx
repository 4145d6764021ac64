'use client';

import { Button, type Mark, Notice, Stack, StateMark, Text } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { isShut } from '../../platform/session.ts';
import type { SyncStatus } from '../../platform/sync-status.ts';
import { useUpdate } from '../../platform/update.ts';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import { type Going, goingOf } from './going.ts';
import { syncMessages } from './messages.ts';
import styles from './sender-notice.module.css';

/** How the sending stands, and what it asks of the person: most of the time nothing. */
export function SenderNotice({ status }: { status: SyncStatus }) {
  const { sender } = status;
  const isToldNothing = useReadable(isShut);
  if (sender.kind === 'stopped') return <Stopped why={sender.why} unsent={status.unsent} />;
  return (
    <Stack gap={5}>
      <UnderWay status={status} />
      {isToldNothing && <Shut />}
    </Stack>
  );
}

/** Suspended, or closed at another device: the work goes on and is delivered, and signing in says which of the two it is. */
function Shut() {
  const t = useMessages(syncMessages);
  const { identity, sender } = useField();
  return (
    <Stack gap={4}>
      <Notice tone="watch" title={t.shut}>
        {t.shutText}
      </Notice>
      <SignInForm again={identity} kind="phone" isExplained onSignedIn={() => sender.wake('tap')} />
    </Stack>
  );
}

function UnderWay({ status }: { status: SyncStatus }) {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const said: Readonly<Record<Going, Said>> = {
    out_of_reach: { mark: 'here', label: t.offline, text: t.offlineText(waitOf(status.sender, format)) },
    put_off: { mark: 'here', label: t.waiting, text: t.putOffText(waitOf(status.sender, format)) },
    reading: { mark: 'none', label: t.reading, text: t.readingText },
    sending: { mark: 'sending', label: t.sending, text: t.sendingText },
    waiting: { mark: 'here', label: t.waiting, text: t.waitingText },
    sent: sentOf(status.unsent, t),
  };
  const { mark, label, text } = said[goingOf(status)];
  return (
    <div role="status">
      <Stack gap={1}>
        <StateMark mark={mark} label={label} size="large" />
        <div className={styles.text}>
          <Text isSoft>{text}</Text>
        </div>
      </Stack>
    </div>
  );
}

/** Nothing waits; of a photo that went bad before it could leave, nothing is said to have been sent. */
function sentOf(unsent: SyncStatus['unsent'], t: (typeof syncMessages)['fr']): Said {
  if ((unsent?.damaged ?? 0) > 0) return { mark: 'attention', label: t.photoLost, text: t.photoLostText };
  return { mark: 'sent', label: t.allSent, text: (unsent?.refused ?? 0) > 0 ? t.notAllTaken : t.allSentText };
}

interface Said {
  readonly mark: Mark;
  readonly label: string;
  readonly text: string;
}

const waitOf = (sender: SyncStatus['sender'], format: ReturnType<typeof useFormat>): string =>
  format.duration(sender.kind === 'retrying' ? Math.max(1, sender.inMs / 60_000) : 1);

interface StoppedProps extends Pick<SyncStatus, 'unsent'> {
  readonly why: Extract<SyncStatus['sender'], { kind: 'stopped' }>['why'];
}

function Stopped({ why, unsent }: StoppedProps) {
  const t = useMessages(syncMessages);
  const { identity, sender } = useField();
  const update = useUpdate();
  switch (why) {
    case 'signed_out':
    case 'wrong_user':
      return (
        <Stack gap={4}>
          <Notice tone="watch" title={isWaiting(unsent) ? t.signIn(unsent.operations, unsent.photos) : t.signInNothing}>
            {t.signInText(identity.user.name)}
          </Notice>
          <SignInForm again={identity} kind="phone" isExplained onSignedIn={() => sender.wake('tap')} />
        </Stack>
      );
    case 'blocked':
      return (
        <Notice tone="stop" title={t.blocked}>
          {t.blockedText}
        </Notice>
      );
    case 'update':
      return (
        <Notice
          tone="watch"
          title={t.update}
          action={<Button onClick={() => (update === null ? location.reload() : update.apply())}>{t.updateNow}</Button>}
        >
          {t.updateText}
        </Notice>
      );
  }
}

const isWaiting = (unsent: SyncStatus['unsent']): unsent is NonNullable<SyncStatus['unsent']> =>
  unsent !== undefined && unsent.operations + unsent.photos > 0;
