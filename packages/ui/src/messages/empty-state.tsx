import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { Code } from '../states/code.tsx';
import { MarkSign } from '../states/state-mark.tsx';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  icon?: IconName | undefined;
  title: string;
  /** What to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {icon && (
        <span className={styles.icon}>
          <Icon name={icon} size={48} />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened. */
  title: string;
  /** What is safe. */
  safe?: string | undefined;
  /** What to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** For whoever helps, after the words and never instead of them. */
  code?: string | undefined;
  /** There is nothing beside it: what happened is the heading of the page. */
  isPage?: boolean | undefined;
}

/** Something failed: what happened, what is safe, what to do. */
export function ErrorState({ title, safe, children, action, code, isPage = false }: ErrorStateProps) {
  const Heading = isPage ? 'h1' : 'p';
  return (
    <div className={styles.state} role="alert">
      <span className={styles.failed}>
        <MarkSign mark="attention" />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {safe && <p className={styles.safe}>{safe}</p>}
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
      {code && (
        <p className={styles.code}>
          <Code>{code}</Code>
        </p>
      )}
    </div>
  );
}
