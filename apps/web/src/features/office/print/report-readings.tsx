'use client';

import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { useAnswerWords } from '../executions/answer-words.ts';
import type { OpenedExecution, OpenedPlace } from '../executions/types.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { standingAt } from './report.ts';
import { useReportWords } from './report-words.ts';

/** Every answer against its limit and the limit's source; where people said different things, all of them. And what they remarked. */
export function ReportReadings({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const words = useReportWords(opened);
  return (
    <>
      <section className={styles.section}>
        <h2>{t.readings}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {[t.step, t.answer, t.limit, t.verdict, t.by].map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {opened.places.map((place) => (
                <Row key={place.address} opened={opened} place={place} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {opened.comments.length > 0 && (
        <section className={styles.section}>
          <h2>{t.remarks}</h2>
          <ul className={styles.list}>
            {opened.comments.map((comment) => (
              <li key={comment.id}>
                {comment.text}{' '}
                <span className={styles.small}>
                  {[words.titleOf(comment.address), words.who(comment.by), words.when(comment)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Row({ opened, place }: { opened: OpenedExecution; place: OpenedPlace }) {
  const t = useMessages(printMessages);
  const say = useLocalized();
  const words = useReportWords(opened);
  const { answer, head, limit, verdict } = useAnswerWords();
  const step = words.stepOf(place.address);
  const standing = standingAt(opened, place);
  const signers = opened.signatures.filter(({ address }) => address === place.address).map(({ name }) => name);
  const source = place.evaluation?.limit?.source ?? null;
  const isLate = place.heads.some(({ id }) => opened.changedAfterCompletion.includes(id));
  const tone = place.isConflict || place.state === 'failed' || place.state === 'refused' ? styles.out : place.state === 'watch' ? styles.watch : '';
  return (
    <tr>
      <th scope="row">{words.placeOf(place)}</th>
      <td className={styles.answer}>
        {place.isConflict
          ? place.heads.map((one) => (
              <div key={one.id}>
                {head(one, step)} · {words.who(one.by)}
              </div>
            ))
          : (answer(place, step, signers) ?? '–')}
      </td>
      <td>
        {limit(place, step) ?? '–'}
        {source !== null && <div className={styles.small}>{say(source)}</div>}
      </td>
      <td className={tone}>
        {place.isConflict ? t.conflict : verdict(place, step)}
        {isLate && <div className={styles.small}>{t.late}</div>}
      </td>
      <td>
        {standing === null ? '–' : words.who(standing.by)}
        {standing !== null && <div className={styles.small}>{words.when(standing)}</div>}
      </td>
    </tr>
  );
}
