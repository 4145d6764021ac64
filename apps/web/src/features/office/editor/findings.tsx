'use client';

import type { Finding } from '@heliograph/domain/procedure/check';
import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { Disclosure, StateMark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { fieldAt } from '../../procedure/fields/place-id.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import { findingWords } from '../procedures/finding-words.ts';
import styles from './editor.module.css';
import { editorMessages } from './messages.ts';

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** The steps that they were found in. */
  readonly steps: readonly DraftStep[];
  /** Shows a step; null: the procedure itself. */
  onOpen(step: string | null): void;
}

/** What is still to be mended, each leading to its place. */
export function Findings({ findings, steps, onOpen }: FindingsProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(findingWords);
  const titleOf = useStepTitle();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0) return <StateMark mark="conform" label={t.noFindings} size="small" />;
  const placeOf = ({ step }: Finding) => {
    const at = steps.findIndex(({ id }) => id === step);
    const found = steps[at];
    return found === undefined ? t.aboutProcedure : `${at + 1}. ${titleOf(found)}`;
  };
  const open = (finding: Finding) => {
    onOpen(finding.step);
    const within = finding.path[0] === 'steps' ? finding.path.slice(2) : finding.path;
    // Its panel is on the screen with the next picture.
    requestAnimationFrame(() => requestAnimationFrame(() => show(fieldAt(within))));
  };
  return (
    <Disclosure summary={t.findings(errors, findings.length - errors)}>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.path.join(' ')}`}>
            <button className={styles.finding} type="button" onClick={() => open(finding)}>
              <StateMark mark={finding.severity === 'error' ? 'out' : 'watch'} label={words[finding.code](finding.found)} size="small" />
              <span className={styles.place}>{placeOf(finding)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** A field may lie in a part that is folded: it is unfolded first. */
function show(field: HTMLElement | null): void {
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  const input = field?.matches('input,select,textarea') ? field : field?.querySelector<HTMLElement>('input,select,textarea');
  (input ?? field)?.focus();
}
