'use client';

import { useMessages } from '../../../platform/messages.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { useAnswerWords } from '../executions/answer-words.ts';
import type { OpenedExecution } from '../executions/types.ts';
import { officeMessages } from '../messages.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { remarkable } from './report.ts';
import { useReportWords } from './report-words.ts';

/** What the reader must not miss, before all the rest. */
export function ReportRemarkable({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const office = useMessages(officeMessages);
  const { defect } = useCatalogueNames();
  const { answer, verdict } = useAnswerWords();
  const words = useReportWords(opened);
  const { findings, places, plan } = opened;
  const found = remarkable(places);
  const { alarm, symptom, source } = plan?.reported ?? {};
  const asked = [plan?.note, alarm, symptom, source].filter(Boolean).join(' · ');
  return (
    <section className={styles.section}>
      <h2>{t.remarkable}</h2>
      <ul className={styles.list}>
        {asked !== '' && (
          <li>
            <span className={styles.small}>{t.asked}</span> {asked}
          </li>
        )}
        {findings.map(({ code, severity, address }) => (
          <li key={`${address} ${code}`}>
            <span className={styles.out}>{t.finding}</span> {defect(code)}
            {severity === null ? '' : ` · ${office.severity(severity)}`} · {words.titleOf(address)}
          </li>
        ))}
        {found.map((place) => {
          const step = words.stepOf(place.address);
          return (
            <li key={place.address}>
              <span className={place.state === 'watch' ? styles.watch : styles.out}>{place.isConflict ? t.conflict : verdict(place, step)}</span>{' '}
              {words.placeOf(place)} · {answer(place, step, []) ?? '–'}
            </li>
          );
        })}
        {findings.length + found.length === 0 && <li>{t.nothingRemarkable}</li>}
      </ul>
    </section>
  );
}
