'use client';

import { useState } from 'react';
import { Button, Screen, Stack, TopBar } from '../index.ts';
import { ButtonSamples, ChoiceSamples, SettingSamples } from './actions-page.tsx';
import { FieldSamples, LimitSamples, NumberSamples } from './fields-page.tsx';
import styles from './gallery.module.css';
import { FailureSamples, NoticeSamples, OverlaySamples } from './messages-page.tsx';
import { CardSamples, ListSamples } from './page-page.tsx';
import { IconSamples, MarkSamples, ReadingSamples, StatusSamples, ThumbnailSamples, TypeSamples } from './states-page.tsx';

export { OfficeSpecimen } from './specimen-office.tsx';
export { CheckSpecimen, MeasureSpecimen } from './specimen-step.tsx';
export { TodaySpecimen } from './specimen-today.tsx';

/** Every primitive in every state, in whatever theme and text size the document has. Its words are samples, in French as the longest. */
export function Gallery() {
  const [arrivals, setArrivals] = useState(0);
  return (
    <Screen width="wide" top={<TopBar title="Primitives" eyebrow="Heliograph" />}>
      <Button icon="sun" onClick={() => setArrivals(arrivals + 1)}>
        Faire passer l’éclat
      </Button>
      <div className={styles.columns}>
        <Stack gap={8}>
          <TypeSamples />
          <MarkSamples />
          <StatusSamples arrivals={arrivals} />
          <ReadingSamples />
          <ListSamples />
          <CardSamples />
          <ThumbnailSamples />
        </Stack>
        <Stack gap={8}>
          <ButtonSamples />
          <ChoiceSamples />
          <SettingSamples />
          <NoticeSamples />
        </Stack>
        <Stack gap={8}>
          <NumberSamples />
          <LimitSamples />
          <FieldSamples />
          <FailureSamples />
          <OverlaySamples />
          <IconSamples />
        </Stack>
      </div>
    </Screen>
  );
}
