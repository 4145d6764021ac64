'use client';

import { Stack, StateMark, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { executionMessages } from '../messages.ts';
import { PhotoCapture } from '../photos/photo-capture.tsx';
import { PhotoList } from '../photos/photo-list.tsx';
import type { StepInputProps } from './types.ts';

export function PhotoStep({ execution, step, place, isLocked }: StepInputProps<'photo'>) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const have = place.photos.length;
  const count = have > step.minCount ? t.photoCount(have) : t.photosNeeded(have, step.minCount);
  return (
    <Stack gap={4}>
      {step.mustShow !== undefined && (
        <Text>
          <strong>{t.mustShow}</strong> · {step.mustShow[language]}
        </Text>
      )}
      {step.minCount > 0 && <StateMark mark={have >= step.minCount ? 'conform' : 'todo'} label={count} />}
      <PhotoList execution={execution} photos={place.photos} isLocked={isLocked} mayMark />
      {have < step.maxCount && <PhotoCapture execution={execution} place={place} isLocked={isLocked} isWide />}
    </Stack>
  );
}
