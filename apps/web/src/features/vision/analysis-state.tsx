'use client';

import type { AnalysisProblem, AnalysisSummary } from '@heliograph/domain/vision';
import { type Mark, StateMark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { assistantMessages } from '../assistant/messages.ts';
import { visionMessages } from './messages.ts';

type Standing = Pick<AnalysisSummary, 'state' | 'band' | 'outcome'>;

const MARKS: Readonly<Record<AnalysisSummary['state'], Mark>> = {
  waiting: 'sending',
  queued: 'sending',
  analysing: 'doing',
  proposed: 'todo',
  none: 'none',
  failed: 'attention',
  decided: 'done',
};

/** Where an analysis stands, in a shape and a word; of a decided one, how it was decided. */
export function AnalysisMark({ analysis: { state, outcome } }: { analysis: Standing }) {
  const t = useMessages(visionMessages);
  return <StateMark mark={MARKS[state]} label={outcome === null ? t[`state_${state}`] : t[`outcome_${outcome}`]} size="small" />;
}

/** Why there is no proposal, and what to do about it. */
export function useProblemWords(): (problem: AnalysisProblem | null) => string {
  const t = useMessages(visionMessages);
  const faults = useMessages(assistantMessages);
  return (problem) => {
    switch (problem) {
      case 'no_model':
      case 'photo':
      case 'unreadable':
      case 'unsafe':
      case 'stopped':
        return t[`problem_${problem}`];
      case null:
        return t.problem_other;
      default:
        return faults[`fault_${problem}`];
    }
  };
}
