'use client';

import { BottomActions, Button, EmptyState, Screen, SearchField, Segmented, Skeleton, Stack, Text } from '@heliograph/ui';
import { useDeferredValue, useState } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { goBack, usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { tipMessages } from './messages.ts';
import { TipList } from './tip-list.tsx';
import { TipSheet } from './tip-sheet.tsx';
import { holdsWords, isInUse, useTips } from './use-tips.ts';

/** Fewer are read sooner than searched. */
const FEW = 7;

/** All the know-how on this phone, and what became of one's own. `?tip=` opens one of them; closed, it leads back to where it was cited. */
export default function TipsPage() {
  const t = useMessages(tipMessages);
  const tips = useTips();
  const { user } = useField().identity;
  const { search } = usePlace();
  const [shown, setShown] = useState<'all' | 'mine'>(search === '?mine' ? 'mine' : 'all');
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const wanted = new URLSearchParams(search).get('tip');
  useTitle(t.title);
  const listed = tips?.filter((tip) => (shown === 'mine' ? tip.author === user.id : isInUse(tip)));
  const found = listed?.filter((tip) => holdsWords(tip, query));
  return (
    <Screen
      top={<FieldTop title={t.title} back="/app/more" />}
      bottom={
        <BottomActions>
          <Button kind="primary" isWide icon="plus" href="/app/tips/write">
            {t.write}
          </Button>
        </BottomActions>
      }
    >
      <Stack gap={4}>
        <Segmented
          label={t.show}
          isLabelHidden
          options={[
            { value: 'all', label: t.all },
            { value: 'mine', label: t.mine },
          ]}
          value={shown}
          onChange={setShown}
        />
        {listed !== undefined && listed.length > FEW && <SearchField label={t.search} value={typed} onChange={setTyped} clearLabel={t.clearSearch} />}
        {listed === undefined && <Skeleton label={t.reading} lines={6} />}
        {listed?.length === 0 && (
          <EmptyState icon="info" title={shown === 'mine' ? t.noneMine : t.none}>
            {shown === 'mine' ? t.noneMineText : t.noneText}
          </EmptyState>
        )}
        {listed !== undefined && listed.length > 0 && found?.length === 0 && <Text isSoft>{t.notFound}</Text>}
        {found !== undefined && <TipList title={shown === 'mine' ? t.mine : t.all} tips={found} />}
        <TipSheet tip={tips?.find(({ id }) => id === wanted) ?? null} onClose={() => goBack('/app/tips')} />
      </Stack>
    </Screen>
  );
}
