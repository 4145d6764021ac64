'use client';

import { Button, Notice, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import type { Scan, ScanTrouble } from '../../platform/scan.ts';
import { CodeForm } from './code-form.tsx';
import { scanMessages } from './messages.ts';
import styles from './scanner-view.module.css';
import { useScan } from './use-scan.ts';

/** The camera and, always, the way to type the code instead. */
export function ScannerView({ onCode }: { onCode(code: string, isTyped: boolean): void }) {
  const t = useMessages(scanMessages);
  const { video, state, retry } = useScan((code) => onCode(code, false));
  return (
    <Stack gap={4}>
      <div className={styles.window} hidden={state.kind === 'trouble'}>
        <video ref={video} className={styles.picture} muted playsInline aria-label={t.camera} />
        <span className={styles.frame} aria-hidden="true" />
        <p className={styles.words} role="status">
          {state.kind === 'opening' ? t.opening : t.lead}
        </p>
      </div>
      {state.kind === 'looking' && state.torch !== null && <Torch torch={state.torch} />}
      {state.kind === 'trouble' && <Trouble trouble={state.trouble} onRetry={retry} />}
      <CodeForm onCode={(code) => onCode(code, true)} />
    </Stack>
  );
}

function Torch({ torch }: { torch: NonNullable<Scan['torch']> }) {
  const t = useMessages(scanMessages);
  const [isOn, setOn] = useState(false);
  const turn = () =>
    void torch(!isOn).then(
      () => setOn(!isOn),
      () => undefined,
    );
  return (
    <Button icon="torch" aria-pressed={isOn} isWide onClick={turn}>
      {isOn ? t.torchOff : t.torchOn}
    </Button>
  );
}

function Trouble({ trouble, onRetry }: { trouble: ScanTrouble; onRetry(): void }) {
  const t = useMessages(scanMessages);
  const words = {
    denied: [t.denied, t.deniedHelp],
    no_camera: [t.noCamera, t.noCameraHelp],
    unsupported: [t.unsupported, t.unsupportedHelp],
    not_here: [t.notHere, t.notHereHelp],
  } satisfies Record<ScanTrouble, readonly string[]>;
  const [title, help] = words[trouble];
  const again = <Button onClick={onRetry}>{t.retry}</Button>;
  return (
    <Notice tone="watch" title={title} isLive action={trouble === 'unsupported' ? undefined : again}>
      {help}
    </Notice>
  );
}
