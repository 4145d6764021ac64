'use client';

import { SidePanel, Skeleton } from '@heliograph/ui';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { Unread } from '../shared/page-state.tsx';
import { officeTipMessages } from './messages.ts';
import { TipActions } from './tip-actions.tsx';
import type { TipItem } from './tip-draft.ts';
import { TipFacts } from './tip-facts.tsx';
import { TipForm } from './tip-form.tsx';

interface TipPanelProps {
  /** '' for none. */
  readonly id: string;
  /** `add` or `edit`; '' to look. */
  readonly task: string;
  onChange(wish: { tip?: string; do?: string }): void;
}

/** The tip looked at, written or changed, beside the list. */
export function TipPanel({ id, task, onChange }: TipPanelProps) {
  const t = useMessages(officeTipMessages);
  const say = useLocalized();
  const utils = trpc.useUtils();
  const opened = trpc.tip.get.useQuery({ id }, { enabled: id !== '' });
  const onSaved = (tip: TipItem) => {
    void utils.invalidate();
    onChange({ tip: tip.id, do: '' });
  };
  const close = () => onChange(task === 'edit' ? { do: '' } : { tip: '', do: '' });
  if (task === 'add')
    return (
      <SidePanel title={t.newTitle} closeLabel={t.close} onClose={close}>
        <TipForm tip={null} onSaved={onSaved} />
      </SidePanel>
    );
  const tip = opened.data?.tip;
  return (
    <SidePanel
      title={tip === undefined ? t.tip : say(tip.title)}
      closeLabel={t.close}
      onClose={close}
      actions={tip === undefined || task === 'edit' ? undefined : <TipActions tip={tip} onEdit={() => onChange({ do: 'edit' })} />}
    >
      {opened.isPending && <Skeleton label={t.loading} lines={6} />}
      {opened.isError && <Unread title={t.failed} error={opened.error} onRetry={() => void opened.refetch()} />}
      {opened.data !== undefined && (task === 'edit' ? <TipForm tip={opened.data.tip} onSaved={onSaved} /> : <TipFacts opened={opened.data} />)}
    </SidePanel>
  );
}
