'use client';

import { BottomBar } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { fieldMessages } from './messages.ts';

type Tab = 'today' | 'scan' | 'assistant' | 'more';

/** The four places of the app, under the thumb. Absent while a step is being answered: there the step's own actions are. */
export function FieldBottom({ current }: { current: Tab }) {
  const t = useMessages(fieldMessages);
  const items = [
    { key: 'today', label: t.today, icon: 'home', href: '/app' },
    { key: 'scan', label: t.scan, icon: 'scan', href: '/app/scan' },
    { key: 'assistant', label: t.assistant, icon: 'chat', href: '/app/assistant' },
    { key: 'more', label: t.more, icon: 'menu', href: '/app/more' },
  ] as const;
  return <BottomBar label={t.navigation} items={items.map((item) => ({ ...item, isCurrent: item.key === current }))} />;
}
