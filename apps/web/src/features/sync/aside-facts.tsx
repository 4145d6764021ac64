'use client';

import { type Envelope, stepAt } from '@heliograph/domain';
import { Facts } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useOperationText } from '../execution/answer-text.ts';
import { useNaming } from '../today/use-naming.ts';
import { syncMessages } from './messages.ts';

interface AsideFactsProps {
  readonly operation: Envelope;
  /** The work stands above it. */
  readonly isWithin?: boolean;
}

/** What a record was about, as far as this phone knows: the work, the step, and what was said there. */
export function AsideFacts({ operation, isWithin = false }: AsideFactsProps) {
  const t = useMessages(syncMessages);
  const language = useLanguage();
  const text = useOperationText();
  // An execution's id is an operation's `x`, wherever the kinds known today are concerned.
  const about: string = operation.x;
  const execution = useLocalView((view) => view.executions)?.find(({ x }) => x === about);
  const naming = useNaming(execution === undefined ? [] : [execution]);
  if (execution === undefined || naming === undefined) return null;
  const step = stepAt(naming.content(execution), operation.s);
  const said = text(operation, step);
  const work = [
    { label: t.work, value: naming.title(execution) },
    { label: t.place, value: naming.where(execution) },
  ];
  return (
    <Facts
      items={[
        ...(isWithin ? [] : work),
        ...(step === undefined ? [] : [{ label: t.step, value: step.title[language] }]),
        ...(said === null ? [] : [{ label: t.said, value: said }]),
      ]}
    />
  );
}
