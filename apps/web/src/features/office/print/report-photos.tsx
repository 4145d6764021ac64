'use client';

import { useMessages } from '../../../platform/messages.ts';
import { EvidencePhoto } from '../executions/evidence-photo.tsx';
import type { OpenedExecution } from '../executions/types.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { standing } from './report.ts';
import { useReportWords } from './report-words.ts';

/** The evidence: each picture with its number, its step, who and when, and its hash. */
export function ReportPhotos({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const words = useReportWords(opened);
  const photos = standing(opened.photos);
  if (photos.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t.photos}</h2>
      <div className={styles.photos}>
        {photos.map((photo, n) => (
          <figure key={photo.id} className={styles.photo}>
            {photo.file.state === 'stored' ? (
              <div className={styles.frame}>
                <EvidencePhoto photo={photo} />
              </div>
            ) : (
              <div className={styles.away}>{t.photoAway}</div>
            )}
            <figcaption>
              <strong>{t.photo(n + 1)}</strong> · {[photo.caption, words.titleOf(photo.address)].filter(Boolean).join(' · ')}
              <div className={styles.small}>
                {words.who(photo.by)} · {words.when(photo)}
              </div>
              <div className={styles.hash}>{photo.sha}</div>
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
