'use client';

import { useMessages } from '../../../platform/messages.ts';
import type { OpenedExecution } from '../executions/types.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { standing } from './report.ts';

/** What makes the document verifiable years later. */
export function ReportProof({ opened: { execution, photos, history } }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const shown = standing(photos);
  return (
    <section className={styles.section}>
      <h2>{t.proof}</h2>
      <p>{t.proofText}</p>
      <table className={styles.table}>
        <tbody>
          <tr>
            <th scope="row">{t.record}</th>
            <td>
              <span className={styles.hash}>{execution.id}</span> · {t.recordText(history.length)}
            </td>
          </tr>
          <tr>
            <th scope="row">{t.procedureHash}</th>
            <td className={styles.hash}>{execution.procedure.hash}</td>
          </tr>
          {shown.length > 0 && (
            <tr>
              <th scope="row">{t.photoHashes}</th>
              <td className={styles.hash}>
                {shown.map(({ id, sha }, n) => (
                  <div key={id}>
                    {n + 1} · {sha}
                  </div>
                ))}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
