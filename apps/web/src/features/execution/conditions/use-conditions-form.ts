'use client';

import { CONDITIONS, type ConditionField, conditionsCard } from '@heliograph/domain';
import { useState } from 'react';
import { useLanguage } from '../../../platform/preferences.ts';
import { goBack } from '../../../platform/router.ts';
import { headsOf } from '../record-step.ts';
import { useDraft } from '../use-draft.ts';
import type { OpenExecution } from '../use-execution.ts';
import { useRecording } from '../use-recording.ts';
import { type CardForm, formOf, type ReadCard, readCard, readDraft } from './card-form.ts';
import { keepInstruments } from './usual-instruments.ts';

/** The card while it is being filled in: kept as it is typed, recorded as a whole. */
export function useConditionsForm(execution: OpenExecution) {
  const language = useLanguage();
  const { x, state } = execution;
  // What the person saw when they began: a colleague's card that comes meanwhile is not replaced unseen.
  const [seen] = useState(() => ({ heads: headsOf(execution, CONDITIONS), values: conditionsCard(state)?.values ?? null }));
  const draft = useDraft(x, CONDITIONS, JSON.stringify(formOf(seen.values, language)));
  const form = readDraft(draft.text) ?? formOf(seen.values, language);
  const [meant, setMeant] = useState<ReadonlySet<string>>(new Set());
  const [read, setRead] = useState<ReadCard | null>(null);
  const { record, saving, problem } = useRecording();

  const change = (part: Partial<CardForm>) => {
    setRead(null);
    draft.type(JSON.stringify({ ...form, ...part }));
  };
  const mean = (key: ConditionField['key']) => {
    const all = new Set([...meant, form[key]]);
    setMeant(all);
    setRead(readCard(form, { language, meant: all }));
  };
  const save = async (): Promise<void> => {
    const card = readCard(form, { language, meant });
    setRead(card);
    if (card.kind !== 'card') return;
    const entry = { draft: { k: 'conditions', x, b: seen.heads, p: card.values }, replacesDraft: { x, s: CONDITIONS } };
    if (!(await draft.settle(draft.text, () => record([entry])))) return;
    keepInstruments(card.values.instruments ?? []);
    goBack(`/app/executions/${x}`);
  };
  return { form, read, isBusy: saving === 'saving', problem, change, mean, save };
}

export type ConditionsForm = ReturnType<typeof useConditionsForm>;
