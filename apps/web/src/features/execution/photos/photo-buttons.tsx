'use client';

import { Cluster, FileButton, Notice, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { photoMessages } from './messages.ts';
import type { PhotoTaking } from './use-photo-taking.ts';

interface PhotoButtonsProps {
  readonly taking: PhotoTaking;
  readonly isLocked: boolean;
  readonly isWide?: boolean;
  /** What else went wrong. */
  readonly problem: string | null;
  /** Runs before the camera takes the screen: the page may not survive it. */
  onOpen?(): void;
}

/** Camera or file, and what came of it. */
export function PhotoButtons({ taking: { isPreparing, refusals, take }, isLocked, isWide = false, problem, onOpen }: PhotoButtonsProps) {
  const t = useMessages(photoMessages);
  const shared = { accept: 'image/*', disabled: isLocked || isPreparing, onFiles: (files: readonly File[]) => void take(files), onOpen };
  return (
    <Stack gap={2}>
      <Cluster gap={2}>
        <FileButton {...shared} label={t.takePhoto} icon="camera" capture="environment" isWide={isWide} />
        <FileButton {...shared} label={t.chooseFile} icon="photo" kind="quiet" isMultiple />
      </Cluster>
      {isPreparing && <Text isSoft>{t.preparing}</Text>}
      {[...refusals, ...(problem === null ? [] : [problem])].map((said) => (
        <Notice key={said} tone="stop" isLive>
          {said}
        </Notice>
      ))}
    </Stack>
  );
}
