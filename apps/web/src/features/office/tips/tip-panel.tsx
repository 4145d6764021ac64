'use client';

import { SidePanel } from '@heliograph/ui';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { Read } from '../shared/page-state.tsx';
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
      <Read query={opened} words={t} lines={6}>
        {(shown) => (task === 'edit' ? <TipForm tip={shown.tip} onSaved={onSaved} /> : <TipFacts opened={shown} />)}
      </Read>
    </SidePanel>
  );
}
