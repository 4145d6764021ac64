'use client';

import { EmptyState, Screen, Skeleton } from '@heliograph/ui';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { TipList } from './found-list.tsx';
import { libraryMessages } from './messages.ts';

/** All the know-how on this phone. */
export default function TipsPage() {
  const t = useMessages(libraryMessages);
  const tips = useRefs('tip');
  useTitle(t.tips);
  return (
    <Screen top={<FieldTop title={t.tips} back="/app/more" />} bottom={<FieldBottom current="more" />}>
      {tips === undefined && <Skeleton label={t.reading} lines={6} />}
      {tips?.length === 0 && (
        <EmptyState icon="info" title={t.noTips}>
          {t.noTipsText}
        </EmptyState>
      )}
      {tips !== undefined && <TipList ids={tips.map(({ id }) => id)} />}
    </Screen>
  );
}
