'use client';

import type { TipPhoto as Photo } from '@heliograph/domain';
import { Sheet, Text, Thumbnail } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { useTipPhotoUrl } from '../../platform/use-file-url.ts';
import { tipMessages } from './messages.ts';
import styles from './tip-photo.module.css';

/** A small picture that opens whole. */
export function TipPhoto({ photo, number }: { photo: Photo; number: number }) {
  const t = useMessages(tipMessages);
  const src = useTipPhotoUrl(photo.sha, { isSmall: true });
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Thumbnail src={src} alt={t.photo(number)} onClick={() => setOpen(true)} />
      <Sheet title={t.photo(number)} isOpen={isOpen} onClose={() => setOpen(false)} closeLabel={t.close}>
        {isOpen && <Whole photo={photo} number={number} />}
      </Sheet>
    </>
  );
}

function Whole({ photo: { sha, width, height }, number }: { photo: Photo; number: number }) {
  const t = useMessages(tipMessages);
  const src = useTipPhotoUrl(sha);
  const [isAway, setAway] = useState(false);
  if (isAway) return <Text isSoft>{t.away}</Text>;
  return src === undefined ? null : (
    <img className={styles.whole} src={src} alt={t.photo(number)} width={width} height={height} onError={() => setAway(true)} />
  );
}
