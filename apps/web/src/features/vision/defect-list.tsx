'use client';

import type { Localized, Severity } from '@heliograph/domain';
import type { Band, Box } from '@heliograph/domain/vision';
import { useLocalized, useMessages } from '../../platform/messages.ts';
import type { PlacedBox } from './analysed-photo.tsx';
import styles from './defect-list.module.css';
import { visionMessages } from './messages.ts';
import { SeverityMark } from './severity-mark.tsx';

/** A defect as a model proposes it, or as a person stated it: then nobody asks how sure. */
export interface ListedDefect {
  readonly label: Localized;
  readonly severity: Severity;
  readonly text: string;
  readonly box: Box | null;
  readonly band?: Band;
}

interface DefectListProps {
  readonly label: string;
  readonly defects: readonly ListedDefect[];
  /** Number of the one that is looked at. */
  readonly current: number | null;
  onChoose(number: number): void;
}

/** Defects by number, each the same as on the photo; pressed, its box is looked at. */
export function DefectList({ label, defects, current, onChoose }: DefectListProps) {
  return (
    <ol className={styles.defects} aria-label={label}>
      {defects.map((defect, at) => {
        const content = <Words number={at + 1} defect={defect} />;
        return (
          // The list is replaced whole: a defect's place names it.
          <li key={at}>
            {defect.box === null ? (
              <div className={styles.defect}>{content}</div>
            ) : (
              <button type="button" className={styles.defect} aria-pressed={current === at + 1} onClick={() => onChoose(at + 1)}>
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Words({ number, defect: { label, severity, text, band } }: { number: number; defect: ListedDefect }) {
  const t = useMessages(visionMessages);
  const say = useLocalized();
  return (
    <>
      <span className={styles.number}>{number}</span>
      <span className={styles.words}>
        <span className={styles.name}>{say(label)}</span>
        <span className={styles.facts}>
          <SeverityMark severity={severity} />
          {band !== undefined && <span>{t[`band_${band}`]}</span>}
        </span>
        {text !== '' && <span>{text}</span>}
      </span>
    </>
  );
}

/** Those of a list that have a place in the picture. */
export const boxesOf = (defects: readonly ListedDefect[], say: (label: Localized) => string): PlacedBox[] =>
  defects.flatMap(({ box, label }, at) => (box === null ? [] : [{ number: at + 1, label: say(label), box }]));
