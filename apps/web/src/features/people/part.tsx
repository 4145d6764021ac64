import { Stack, Title } from '@heliograph/ui';
import { type ReactNode, useId } from 'react';
import styles from './part.module.css';

/** A part of a long form, set off so that its name is not taken for a field's. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <Stack gap={5}>
        <Title level={2} id={titleId}>
          {title}
        </Title>
        {children}
      </Stack>
    </section>
  );
}
