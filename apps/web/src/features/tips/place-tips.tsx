'use client';

import { tipsOfModel, tipsOfProcedure, tipsOfStep } from '@heliograph/domain';
import { useMemo } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { tipMessages } from './messages.ts';
import { TipList } from './tip-list.tsx';
import { isInUse, useTips } from './use-tips.ts';

/** What others have learnt at this very step, and about the defect just found in it. */
export function StepTips({ procedure, step, defect }: { procedure: string; step: string; defect: string | null }) {
  const t = useMessages(tipMessages);
  const tips = useTips();
  const here = useMemo(() => tipsOfStep(tips?.filter(isInUse) ?? [], { procedure, step, defect }), [tips, procedure, step, defect]);
  return <TipList title={t.inStep} tips={here} />;
}

/** Those on the procedure as a whole, and on any of its steps. */
export function ProcedureTips({ procedure }: { procedure: string }) {
  const t = useMessages(tipMessages);
  const tips = useTips();
  return <TipList title={t.forProcedure} tips={useMemo(() => tipsOfProcedure(tips?.filter(isInUse) ?? [], procedure), [tips, procedure])} />;
}

/** Those on one model of equipment. */
export function ModelTips({ model }: { model: string | undefined }) {
  const t = useMessages(tipMessages);
  const tips = useTips();
  const here = useMemo(() => (model === undefined ? [] : tipsOfModel(tips?.filter(isInUse) ?? [], model)), [tips, model]);
  return <TipList title={t.forModel} tips={here} />;
}

/** Where a tip for this step is written; it leads back here. */
export const writeTipPath = (procedure: string, step: string, back: string): string =>
  `/app/tips/write?${new URLSearchParams({ procedure, step, back })}`;
