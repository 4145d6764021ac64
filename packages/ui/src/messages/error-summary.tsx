import { useEffect, useId, useRef } from 'react';
import styles from './error-summary.module.css';

export interface ErrorSummaryProps {
  title: string;
  /** The same words as beside each field, leading to it. */
  errors: readonly { message: string; href: string; onClick?: (() => void) | undefined }[];
  /** What stands elsewhere, where not everything is linked here. */
  more?: string | undefined;
  /** As it should, except where it is only shown. */
  takesFocus?: boolean | undefined;
}

/** At the top of what could not be accepted: every problem, each a link to its field. Takes the focus, so that nobody looks for it. */
export function ErrorSummary({ title, errors, more, takesFocus = true }: ErrorSummaryProps) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={box} className={styles.summary} role="alert" aria-labelledby={titleId} tabIndex={-1}>
      <h2 className={styles.title} id={titleId}>
        {title}
      </h2>
      <ul className={styles.errors}>
        {errors.map(({ message, href, onClick }) => (
          <li key={href}>
            <a className={styles.link} href={href} onClick={onClick}>
              {message}
            </a>
          </li>
        ))}
      </ul>
      {more && <p>{more}</p>}
    </div>
  );
}
