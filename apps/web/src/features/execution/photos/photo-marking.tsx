'use client';

import type { PhotoEvidence } from '@heliograph/domain';
import { Button, Cluster, Notice, Segmented, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import type { OpenExecution } from '../use-execution.ts';
import { useRecording } from '../use-recording.ts';
import { type Mark, MarkedPhoto } from './marked-photo.tsx';
import { photoMessages } from './messages.ts';

/** Half the size of a mark put down with one touch, as a share of the width. No dragging: gloves cannot. */
const REACH = 0.14;

/** Points at things on a photo: touch where, and it is there. */
export function PhotoMarking({ execution, photo, onDone }: { execution: OpenExecution; photo: PhotoEvidence; onDone(): void }) {
  const t = useMessages(photoMessages);
  const { record, saving, problem } = useRecording();
  const [shape, setShape] = useState<Mark['shape']>('arrow');
  const [marks, setMarks] = useState<readonly Mark[]>(photo.marks);
  const put = ([x, y]: [number, number]) => {
    const away = x > 0.5 ? -REACH : REACH;
    const mark: Mark = shape === 'arrow' ? { shape, from: [x + away, y - REACH], to: [x, y] } : { shape, from: [x, y], to: [x + REACH * 0.7, y] };
    setMarks([...marks, mark]);
  };
  const save = async () => {
    if (await record([{ draft: { k: 'photo.mark', x: execution.x, p: { photo: photo.id, marks } } }])) onDone();
  };
  return (
    <Stack gap={3}>
      <Segmented
        label={t.mark}
        isLabelHidden
        value={shape}
        onChange={setShape}
        options={[
          { value: 'arrow', label: t.arrow },
          { value: 'circle', label: t.circle },
        ]}
      />
      <Text isSoft>{t.markHint}</Text>
      <MarkedPhoto photo={photo} marks={marks} onTouch={put} />
      {problem !== null && <Notice tone="stop">{problem}</Notice>}
      <Cluster gap={2}>
        <Button kind="quiet" icon="undo" onClick={() => setMarks([])}>
          {t.clearMarks}
        </Button>
        <Button kind="action" isBusy={saving === 'saving'} onClick={() => void save()}>
          {t.save}
        </Button>
      </Cluster>
    </Stack>
  );
}
