'use client';

import { type Section, sectionsOf } from '@heliograph/domain';
import type { DraftStep, ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { memo, type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import { useEditing } from './editor-context.tsx';
import { editorMessages } from './messages.ts';
import styles from './outline.module.css';
import { rowId, useOutlineKeys } from './outline-keys.ts';
import { OutlineRow } from './outline-row.tsx';

interface Part {
  readonly section: Section | null;
  readonly rows: readonly { readonly step: DraftStep; readonly number: number }[];
}

/** Steps in their order, under their sections. A section whose steps do not stand together shows wherever they are. */
function partsOf(steps: readonly DraftStep[], sections: readonly Section[]): readonly Part[] {
  const parts: { section: Section | null; rows: { step: DraftStep; number: number }[] }[] = [];
  for (const [at, step] of steps.entries()) {
    const section = sections.find(({ id }) => id === step.extra?.['section']) ?? null;
    const last = parts.at(-1);
    if (last !== undefined && last.section?.id === section?.id) last.rows.push({ step, number: at + 1 });
    else parts.push({ section, rows: [{ step, number: at + 1 }] });
  }
  return parts;
}

interface OutlineProps {
  /** As the author last paused over it: a letter is shown in its field at once, in its row a moment later. */
  readonly draft: ProcedureDraft;
  /** The worst finding of each step. */
  readonly flagged: ReadonlyMap<string, 'error' | 'warning'>;
  /** A step was pointed at: where there is room for one part, its properties are wanted. */
  onOpened(): void;
}

/** The steps as a list to choose, mark and order in: by mouse and by keyboard alike. */
export function Outline({ draft, flagged, onOpened }: OutlineProps) {
  const t = useMessages(editorMessages);
  const wanted = useDeferredValue(useEditing((state) => state.open));
  const marked = useDeferredValue(useEditing((state) => state.marked));
  // A step just added is open before its row is there.
  const open = draft.steps.some(({ id }) => id === wanted) ? wanted : null;
  const list = useRef<HTMLDivElement>(null);
  const sections = useMemo(() => sectionsOf({ extra: draft.extra }), [draft.extra]);
  const parts = useMemo(() => partsOf(draft.steps, sections), [draft.steps, sections]);
  const onKeyDown = useOutlineKeys();
  useEffect(() => {
    if (open !== null) list.current?.querySelector(`#${rowId(open)}`)?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div
      ref={list}
      className={styles.outline}
      id="outline"
      role="listbox"
      tabIndex={0}
      aria-label={t.outline}
      aria-multiselectable="true"
      aria-activedescendant={open === null ? undefined : rowId(open)}
      onKeyDown={onKeyDown}
    >
      <Parts parts={parts} open={open} marked={marked} flagged={flagged} onOpened={onOpened} />
    </div>
  );
}

interface PartsProps extends Omit<OutlineProps, 'draft'> {
  readonly parts: readonly Part[];
  readonly open: string | null;
  readonly marked: ReadonlySet<string>;
}

const Parts = memo(({ parts, open, marked, flagged, onOpened }: PartsProps) =>
  parts.map(({ section, rows }, at) => (
    <SectionRows key={`${section?.id ?? ''} ${at}`} section={section}>
      {rows.map(({ step, number }) => (
        <OutlineRow
          key={step.id}
          step={step}
          number={number}
          isOpen={step.id === open}
          isMarked={marked.has(step.id)}
          flag={flagged.get(step.id)}
          onOpened={onOpened}
        />
      ))}
    </SectionRows>
  )),
);

function SectionRows({ section, children }: { section: Section | null; children: ReactNode }) {
  const titleOf = useStepTitle();
  if (section === null) return <>{children}</>;
  const title = titleOf(section);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group inside a list to choose from
    <div role="group" aria-label={title}>
      <p className={styles.section} role="presentation">
        {title}
      </p>
      {children}
    </div>
  );
}
