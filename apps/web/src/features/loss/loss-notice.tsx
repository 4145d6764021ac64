'use client';

import { Button, Cluster, Notice } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { lossMessages } from './messages.ts';

/** Unsent work that was gone is said by its count, until somebody has read it: what came back, and what did not. `hasFile`: the screen itself takes up a file. */
export function LossNotice({ hasFile = false }: { hasFile?: boolean }) {
  const t = useMessages(lossMessages);
  const field = useField();
  const loss = useReadable(field.loss);
  if (loss === null) return null;
  const { ops, photos, restored } = loss;
  const seen = <Button onClick={() => void field.lossSeen()}>{t.seen}</Button>;
  if (ops + photos === 0)
    return (
      <Notice tone="watch" title={t.restoredTitle} isLive action={seen}>
        {t.restoredText(restored.ops, restored.photos)}
      </Notice>
    );
  const actions = (
    <Cluster gap={2}>
      {seen}
      {!hasFile && (
        <Button kind="quiet" href="/app/sync">
          {t.file}
        </Button>
      )}
    </Cluster>
  );
  return (
    <Notice tone="stop" title={t.title} isLive action={actions}>
      {t.text(ops, photos)} {restored.ops + restored.photos > 0 && t.restToo(restored.ops, restored.photos)}
    </Notice>
  );
}
