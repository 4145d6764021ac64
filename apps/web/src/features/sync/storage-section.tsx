'use client';

import { Button, Facts, Notice, Section, StateMark } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from './messages.ts';
import { useStorageRoom } from './use-storage-room.ts';

/** How much room there is, and whether the browser may take back what is kept here. */
export function StorageSection() {
  const t = useMessages(syncMessages);
  const format = useFormat();
  const { room, isProtected, isRefused, protect } = useStorageRoom();
  if (room === null) return null;
  const isKnown = room.level !== 'unknown';
  return (
    <Section title={t.storage}>
      {room.level === 'low' && (
        <Notice tone="watch" title={t.lowRoom}>
          {t.lowRoomText}
        </Notice>
      )}
      <Facts
        items={[
          { label: t.used, value: isKnown ? format.bytes(room.used) : t.unknownRoom },
          ...(isKnown ? [{ label: t.free, value: format.bytes(room.free) }] : []),
        ]}
      />
      <StateMark mark={isProtected ? 'conform' : 'watch'} label={isProtected ? t.protected : t.unprotected} />
      {!isProtected && (
        <Button icon="shield" onClick={protect}>
          {t.protect}
        </Button>
      )}
      {isRefused && <Notice isLive>{t.protectRefused}</Notice>}
    </Section>
  );
}
