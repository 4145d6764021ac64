'use client';

import { purposeOf, type Section, sectionOf } from '@heliograph/domain';
import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { useEffect } from 'react';
import { useFormat } from '../../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../../platform/messages.ts';
import { usePlace } from '../../../../platform/router.ts';
import { writtenUnit } from '../../../../platform/unit.ts';
import { useEquipmentName } from '../../../assets/equipment-names.ts';
import { useConditionSentence } from '../../editor/condition-words.ts';
import styles from '../../print/report.module.css';
import { printMessages } from './messages.ts';
import type { SheetContent, SheetStep } from './sheet-content.ts';

const rowId = (step: string) => `step-${step}`;

/** Every step in its order, under the headings it stands under. `?step=` shows one of them. */
export function SheetSteps({ content }: { content: SheetContent }) {
  const say = useLocalized();
  const t = useMessages(printMessages);
  const wanted = new URLSearchParams(usePlace().search).get('step');
  useEffect(() => {
    // After the router put the new screen at its top.
    if (wanted !== null) requestAnimationFrame(() => document.getElementById(rowId(wanted))?.scrollIntoView({ block: 'center' }));
  }, [wanted]);
  const parts = partsOf(content);
  return parts.map(({ section, steps, from }) => (
    <section key={steps[0]?.id} className={styles.section}>
      <h2>{section === null ? t.steps : say(section.title)}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.number}</th>
              <th scope="col">{t.step}</th>
              <th scope="col">{t.expected}</th>
              <th scope="col">{t.found}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, at) => (
              <StepRow
                key={step.id}
                step={step}
                number={from + at + 1}
                earlier={content.steps.slice(0, from + at).filter(isUnderstood)}
                isWanted={step.id === wanted}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

interface Part {
  readonly section: Section | null;
  readonly steps: SheetStep[];
  readonly from: number;
}

const isUnderstood = (step: SheetStep): step is DraftStep => step.kind !== 'newer';

/** Neighbours of one heading together. */
function partsOf(content: SheetContent): readonly Part[] {
  const parts: Part[] = [];
  for (const [at, step] of content.steps.entries()) {
    const section = sectionOf(step, content);
    const last = parts.at(-1);
    if (last !== undefined && last.section?.id === section?.id) last.steps.push(step);
    else parts.push({ section, steps: [step], from: at });
  }
  return parts;
}

interface StepRowProps {
  readonly step: SheetStep;
  readonly number: number;
  readonly earlier: readonly DraftStep[];
  /** It is what the reader came for. */
  readonly isWanted: boolean;
}

function StepRow({ step, number, earlier, isWanted }: StepRowProps) {
  const t = useMessages(printMessages);
  const say = useLocalized();
  const sentence = useConditionSentence();
  const equipment = useEquipmentName();
  const { title, instructions, showIf, repeat, holdPoint } = step;
  const purpose = purposeOf(step);
  return (
    <tr id={step.id === undefined ? undefined : rowId(step.id)} aria-current={isWanted || undefined}>
      <td>{number}</td>
      <th scope="row">
        {say(title)}
        {holdPoint && <span className={styles.out}> · {t.holdPoint}</span>}
        <p className={styles.small}>{say(instructions)}</p>
        {purpose !== null && <p className={styles.small}>{t.why(say(purpose))}</p>}
        {showIf !== undefined && <p className={styles.small}>{sentence(showIf, earlier)}</p>}
        {repeat?.over !== undefined && <p className={styles.small}>{t.each(equipment(repeat.over))}</p>}
      </th>
      <td>{useExpected(step)}</td>
      <td>{blankFor(step)}</td>
    </tr>
  );
}

/** What the step asks for: its limits, its options, its photos. */
function useExpected(step: SheetStep): string {
  const t = useMessages(printMessages);
  const say = useLocalized();
  const format = useFormat();
  switch (step.kind) {
    case 'instruction':
      return t.read;
    case 'check':
      return t.conforming;
    case 'choice':
      return (step.options ?? []).map(({ label }) => `☐ ${say({ fr: label?.fr ?? '', en: label?.en ?? '' })}`).join('  ');
    case 'measurement': {
      const unit = writtenUnit(step.unit);
      const limits = [
        step.min === undefined ? '' : `≥ ${format.reading(step.min, unit)}`,
        step.max === undefined ? '' : `≤ ${format.reading(step.max, unit)}`,
      ].filter(Boolean);
      const computed = step.expected !== undefined || step.computed !== undefined || step.limitsBy !== undefined;
      return [...limits, ...(computed ? [t.computed] : [])].join(', ') || unit || '–';
    }
    case 'photo':
      return t.photos(step.minCount ?? 1);
    case 'scan':
      return t.scan;
    case 'signature':
      return t.signature;
    case 'text':
      return '–';
    case 'newer':
      return t.newerStep;
  }
}

/** Room to write in. */
const blankFor = ({ kind }: SheetStep): string => (kind === 'check' || kind === 'instruction' || kind === 'photo' ? '☐' : '______________');
