'use client';

import { useMessages } from '../../../platform/messages.ts';
import { executionMessages } from '../../execution/messages.ts';
import { SignatureImage } from '../../execution/signature-image.tsx';
import type { OpenedExecution } from '../executions/types.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { useReportWords } from './report-words.ts';

/** Who signed over what, and what the office decided. */
export function ReportSignatures({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const roles = useMessages(executionMessages);
  const words = useReportWords(opened);
  return (
    <>
      {opened.signatures.length > 0 && (
        <section className={styles.section}>
          <h2>{t.signatures}</h2>
          <div className={styles.signatures}>
            {opened.signatures.map((signature) => (
              <div key={signature.id} className={styles.signature}>
                <SignatureImage strokes={signature.strokes} label={signature.name} />
                <p>
                  <strong>{signature.name}</strong>, {roles[`role_${signature.role}`]}
                </p>
                <p className={styles.small}>{words.when(signature)}</p>
                <p className={signature.isCurrent ? styles.small : styles.watch}>{signature.isCurrent ? t.currentSignature : t.staleSignature}</p>
              </div>
            ))}
          </div>
        </section>
      )}
      {opened.reviews.length > 0 && (
        <section className={styles.section}>
          <h2>{t.reviews}</h2>
          <ul className={styles.list}>
            {opened.reviews.map((one) => (
              <li key={`${one.at} ${one.by}`}>
                <strong>{one.outcome === 'approve' ? t.approved : t.returned}</strong> · {words.who(one.by)} · {words.when(one)}
                {one.note !== null && <div>{one.note}</div>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
