'use client';

import { type Asset, assetByLabel, assetTree, isMismatch, isOfType, labelCode, lineage, storable } from '@heliograph/domain';
import { Button, Code, Notice, Stack, StateMark, TextField } from '@heliograph/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStepField } from '../../../platform/field-context.tsx';
import { useMessages } from '../../../platform/messages.ts';
import { useReadable } from '../../../platform/readable.ts';
import { executionMessages } from '../messages.ts';
import { useDraft } from '../use-draft.ts';
import type { StepInputProps } from './types.ts';

const Scanner = lazy(() => import('../../scan/scanner.tsx').then(({ Scanner: found }) => ({ default: found })));

/** A label read by camera or typed. The wrong place is asked about, an unknown code is kept: the label may be wrong, the person is there. */
export function ScanStep({ execution, step, place, response, isLocked, onAnswer, setCommit }: StepInputProps<'scan'>) {
  const t = useMessages(executionMessages);
  const assets = useReadable(useStepField().view.refs('asset')) ?? [];
  const draft = useDraft(execution.x, place.address, '');
  const [isScanning, setScanning] = useState(false);
  const [doubt, setDoubt] = useState<{ code: string; asset: Asset; typed: boolean } | null>(null);

  const answer = async (scanned: string, typed: boolean): Promise<boolean> => {
    const code = labelCode(scanned).slice(0, 200);
    const asset = assetByLabel(assets, scanned) ?? (typed ? byName(assets, execution, code) : null);
    setScanning(false);
    if (asset !== null && isMismatch(asset, step.expects, relatedTo(assets, execution.asset?.asset ?? null))) {
      setDoubt({ code, asset, typed });
      return false;
    }
    setDoubt(null);
    return keep({ code, asset: asset?.id ?? null, typed });
  };
  const keep = (found: Parameters<typeof onAnswer>[0]): Promise<boolean> => draft.settle('', () => onAnswer(found));
  const confirm = async ({ code, asset, typed }: NonNullable<typeof doubt>) => {
    if (await keep({ code, asset: asset.id, typed, mismatch: true })) setDoubt(null);
  };
  const typed = storable(draft.text).trim();
  useEffect(() => {
    // Who types a code and goes on means it: it is read as if it had been confirmed.
    setCommit(async () => isLocked || typed === '' || answer(typed, true));
  });
  const found = assets.find(({ id }) => id === response?.asset);
  const inHand = execution.asset?.asset ?? null;
  const expected = inHand !== null && step.expects.some((wanted) => isOfType(inHand.type, wanted)) ? inHand : null;
  return (
    <Stack gap={4}>
      {response !== null && (
        <StateMark mark={response.mismatch || response.asset === null ? 'watch' : 'conform'} label={found?.name ?? response.code} size="large" />
      )}
      {response !== null && found !== undefined && found.name !== response.code && <Code>{response.code}</Code>}
      {response !== null && response.asset === null && <Notice tone="watch">{t.codeUnknown(response.code)}</Notice>}
      {doubt !== null && (
        <Notice tone="watch" title={t.codeMismatch(doubt.asset.name, expected?.name ?? null)} isLive>
          <Button kind="action" isWide onClick={() => void confirm(doubt)}>
            {t.confirmMismatch}
          </Button>
        </Notice>
      )}
      <Button kind="action" icon="scan" isWide disabled={isLocked} onClick={() => setScanning(true)}>
        {response === null ? t.scan : t.rescan}
      </Button>
      <TypedCode code={draft.text} isLocked={isLocked} onType={draft.type} onConfirm={() => void answer(typed, true)} />
      {isScanning && (
        <Suspense fallback={null}>
          <Scanner onCode={(code) => void answer(code, false)} onClose={() => setScanning(false)} />
        </Suspense>
      )}
    </Stack>
  );
}

/** What people call it, where only one thing on the site is called so: a label may be unreadable, its name is known. */
function byName(assets: readonly Asset[], { site }: StepInputProps<'scan'>['execution'], name: string): Asset | null {
  const [found, ...others] = assets.filter((asset) => asset.site === site?.id && asset.name.toLowerCase() === name.toLowerCase());
  return found !== undefined && others.length === 0 ? found : null;
}

/** Ids that belong together with the asset in hand: itself, what it stands in, what it holds. */
function relatedTo(assets: readonly Asset[], inHand: Asset | null): ReadonlySet<string> | null {
  if (inHand === null) return null;
  const tree = assetTree(assets);
  const related = new Set<string>(lineage(tree, inHand.id).map(({ id }) => id));
  const parts = [inHand];
  for (const part of parts) {
    related.add(part.id);
    parts.push(...tree.childrenOf(part.id).filter(({ id }) => !parts.some((known) => known.id === id)));
  }
  return related;
}

interface TypedCodeProps {
  readonly code: string;
  readonly isLocked: boolean;
  onType(code: string): void;
  onConfirm(): void;
}

function TypedCode({ code, isLocked, onType, onConfirm }: TypedCodeProps) {
  const t = useMessages(executionMessages);
  const [isEmpty, setEmpty] = useState(false);
  const confirm = () => (code.trim() === '' ? setEmpty(true) : onConfirm());
  return (
    <Stack gap={2}>
      <TextField
        label={t.code}
        value={code}
        onChange={(text) => {
          setEmpty(false);
          onType(text);
        }}
        disabled={isLocked}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        error={isEmpty ? t.codeEmpty : undefined}
        onKeyDown={(event) => event.key === 'Enter' && confirm()}
      />
      <Button kind="quiet" disabled={isLocked} onClick={confirm}>
        {t.confirmCode}
      </Button>
    </Stack>
  );
}
