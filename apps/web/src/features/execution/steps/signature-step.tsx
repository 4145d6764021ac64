'use client';

import { signedOver } from '@heliograph/domain';
import { Button, Notice, Stack, StateMark, TextField } from '@heliograph/ui';
import { useEffect, useState } from 'react';
import { useStepField } from '../../../platform/field-context.tsx';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useReadable } from '../../../platform/readable.ts';
import { basisHash } from '../basis.ts';
import { checkMessages } from '../check-messages.ts';
import { executionMessages } from '../messages.ts';
import { headsSeen } from '../record-step.ts';
import { SignatureImage } from '../signature-image.tsx';
import { SignaturePad } from './signature-pad.tsx';
import type { StepInputProps } from './types.ts';

/** A drawing, a name, a role, bound to the answers it was made over. It is on the disk before the button says so (H41). */
export function SignatureStep({ execution, step, place, isLocked, recorder, setCommit }: StepInputProps<'signature'>) {
  const t = useMessages(executionMessages);
  const words = useMessages(checkMessages);
  const format = useFormat();
  const { identity } = useStepField();
  const [name, setName] = useState(identity.user.name);
  const [strokes, setStrokes] = useState<readonly number[][]>([]);
  const [isEmpty, setEmpty] = useState(false);
  const [isLeft, setLeft] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const { saving } = useReadable(recorder.standing);
  const role = t[`role_${step.role}`];
  const signed = execution.state.signatures.filter(({ s }) => s === place.address);
  const isOutdated = !isLocked && signedOver(execution.assessment, execution.state).some(({ address }) => address === place.address);
  const isAsked = signed.length === 0 || isAdding || isOutdated;

  const sign = async () => {
    if (strokes.length === 0 || name.trim() === '') return setEmpty(true);
    const p = { role: step.role, name: name.trim(), strokes, basis: await basisHash(execution.state) };
    if (await recorder.record([{ draft: { k: 'sign', x: execution.x, s: place.address, b: headsSeen(place), p } }])) {
      setStrokes([]);
      setAdding(false);
      setLeft(false);
    }
  };
  useEffect(() => {
    // Drawn is not signed, and nobody signs by going on: who leaves with a drawing is told, and it stays.
    setCommit(async () => {
      setLeft(strokes.length > 0);
      return strokes.length === 0;
    });
  });
  return (
    <Stack gap={4}>
      {signed.map(({ id, p, entry }) => (
        <Stack key={id} gap={2}>
          <SignatureImage strokes={p.strokes} label={p.name} />
          <StateMark mark={isOutdated ? 'watch' : 'conform'} label={t.signedBy(p.name, format.moment(entry.operation.w, execution.site?.timeZone))} />
        </Stack>
      ))}
      {isOutdated && (
        <Notice tone="watch" title={words.signedOver}>
          {words.signedOverText}
        </Notice>
      )}
      {!isLocked && !isAsked && (
        <Button kind="quiet" icon="signature" onClick={() => setAdding(true)}>
          {t.signAgain}
        </Button>
      )}
      {!isLocked && isAsked && (
        <>
          <TextField label={t.signer} value={name} onChange={setName} autoComplete="name" />
          <SignaturePad
            key={signed.length}
            label={t.signHere}
            clearLabel={t.clearSign}
            onChange={(drawn) => {
              setEmpty(false);
              setLeft(false);
              setStrokes(drawn);
            }}
          />
          {(isEmpty || isLeft) && (
            <Notice tone="watch" isLive>
              {isEmpty ? t.signEmpty : t.signLeft(t.signAs(role))}
            </Notice>
          )}
          <Button kind="action" icon="signature" isWide isBusy={saving === 'saving'} onClick={() => void sign()}>
            {t.signAs(role)}
          </Button>
        </>
      )}
    </Stack>
  );
}
