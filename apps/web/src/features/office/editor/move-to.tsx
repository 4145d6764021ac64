'use client';

import { Button, SelectField, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import { useEditor, useSteps } from './editor-context.tsx';
import { editorMessages } from './messages.ts';

const END = '';

/** Moves steps to a place far away, without dragging. */
export function MoveTo({ ids, onDone }: { ids: readonly string[]; onDone(): void }) {
  const t = useMessages(editorMessages);
  const titleOf = useStepTitle();
  const editor = useEditor();
  const steps = useSteps();
  const [before, setBefore] = useState(END);
  const places = steps.flatMap((step, at) => (ids.includes(step.id) ? [] : [{ value: step.id, label: t.before(at + 1, titleOf(step)) }]));
  const move = () => {
    editor.act({ act: 'move', ids, before: before === END ? null : before });
    onDone();
  };
  return (
    <Stack gap={4}>
      <SelectField label={t.where} value={before} options={[...places, { value: END, label: t.atTheEnd }]} onChange={setBefore} />
      <Button kind="primary" isWide onClick={move}>
        {t.move}
      </Button>
    </Stack>
  );
}
