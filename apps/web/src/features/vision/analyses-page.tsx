'use client';

import { assetIdSchema, can, siteIdSchema } from '@heliograph/domain';
import { keepLonePhoto } from '@heliograph/offline';
import { Button, EmptyState, List, Screen, Section, Skeleton, Stack, Text } from '@heliograph/ui';
import { useRef } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { PhotoButtons } from '../execution/photos/photo-buttons.tsx';
import { type PhotoTaking, usePhotoTaking } from '../execution/photos/use-photo-taking.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { AnalysisRow, QueuedRow } from './analysis-row.tsx';
import { askForAnalysis } from './phone-analyses.ts';
import { phoneVisionMessages } from './phone-messages.ts';
import { useAnalysisList, useQueuedAnalyses } from './use-analyses.ts';

const HERE = '/app/analyses';

/** Photos of parts, outside of any step: taken or picked here, and what came of earlier ones. */
export default function AnalysesPage() {
  const t = useMessages(phoneVisionMessages);
  const { search } = usePlace();
  const mayDecide = can({ role: useField().identity.role, deliverOnly: false }, 'analysis.decide');
  const about = new URLSearchParams(search);
  const asset = assetIdSchema.safeParse(about.get('asset')).data;
  const site = siteIdSchema.safeParse(about.get('site')).data;
  const taking = useTaking({ ...(asset === undefined ? {} : { asset }), ...(site === undefined ? {} : { site }) });
  useTitle(t.title);
  return (
    <Screen
      top={<FieldTop title={t.title} back={asset === undefined ? '/app/assistant' : `/app/assets/${asset}`} />}
      bottom={<FieldBottom current="assistant" />}
    >
      <Stack gap={5}>
        <Stack gap={3}>
          <Text isSoft>{t.lead}</Text>
          <PhotoButtons taking={taking} isLocked={false} isWide problem={null} />
          {mayDecide && (
            <Button kind="quiet" icon="eye" href="/office/analyses">
              {t.toDecide}
            </Button>
          )}
        </Stack>
        <Mine />
      </Stack>
    </Screen>
  );
}

/** One photo opens its analysis at once; of several, the list shows each. */
function useTaking(about: Omit<Parameters<typeof askForAnalysis>[1], 'photo'>): PhotoTaking {
  const { identity, view } = useField();
  const owner = { org: identity.org.id, user: identity.user.id };
  const asked = useRef<string[]>([]);
  const taking = usePhotoTaking(async ({ sha, photo }) => {
    await keepLonePhoto(view.outbox, photo);
    asked.current.push(await askForAnalysis(owner, { photo: { sha, size: photo.record.size }, ...about }));
  });
  const take = async (files: readonly File[]) => {
    asked.current = [];
    await taking.take(files);
    const [only, ...more] = asked.current;
    if (only !== undefined && more.length === 0) navigate(`${HERE}/${only}`);
  };
  return { ...taking, take };
}

function Mine() {
  const t = useMessages(phoneVisionMessages);
  const queued = useQueuedAnalyses();
  const listed = useAnalysisList({ mine: true });
  if (queued === undefined || listed === undefined) return <Skeleton label={t.reading} lines={4} />;
  const waiting = new Set(queued.map(({ id }) => id));
  const items = listed.items.filter(({ id }) => !waiting.has(id));
  if (queued.length + items.length === 0)
    return (
      <EmptyState icon="eye" title={t.none}>
        {t.noneText}
      </EmptyState>
    );
  return (
    <Section title={t.mine}>
      {listed.isStale && (
        <Text kind="small" isSoft>
          {t.stale}
        </Text>
      )}
      <List>
        {queued.toReversed().map((one) => (
          <QueuedRow key={one.id} queued={one} back={HERE} />
        ))}
        {items.map((one) => (
          <AnalysisRow key={one.id} analysis={one} back={HERE} />
        ))}
      </List>
    </Section>
  );
}
