'use client';

import { Button, Cluster, Notice, Stack, Table } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { sharedMessages } from './messages.ts';

export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}

interface ChangedMeanwhileProps {
  readonly differences: readonly Difference[];
  readonly isBusy: boolean;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

/** Somebody else was faster: both values side by side, and a person decides. */
export function ChangedMeanwhile({ differences, isBusy, onKeepMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const t = useMessages(sharedMessages);
  return (
    <Notice
      tone="watch"
      isLive
      title={t.changed}
      action={
        <Cluster gap={2}>
          <Button kind="action" isBusy={isBusy} onClick={onKeepMine}>
            {t.keepMine}
          </Button>
          <Button kind="quiet" onClick={onTakeTheirs}>
            {t.takeTheirs}
          </Button>
        </Cluster>
      }
    >
      <Stack gap={3}>
        {t.changedText}
        <Table
          caption={t.changed}
          isCaptionHidden
          rows={differences}
          rowKey={({ key }) => key}
          columns={[
            { key: 'field', label: t.field, isPrimary: true, cell: ({ label }) => label },
            { key: 'theirs', label: t.theirs, cell: ({ theirs }) => theirs },
            { key: 'mine', label: t.mine, cell: ({ mine }) => mine },
          ]}
        />
      </Stack>
    </Notice>
  );
}
