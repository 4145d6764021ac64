'use client';

import { EMERGENCY_NUMBERS } from '@heliograph/domain';
import { Icon, VisuallyHidden } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import styles from './emergency.module.css';
import { emergencyMessages } from './messages.ts';

/** As large as a shaking thumb needs. */
export function Numbers() {
  const t = useMessages(emergencyMessages);
  const language = useLanguage();
  return (
    <ul className={styles.numbers}>
      {EMERGENCY_NUMBERS.map(({ number, label }) => (
        <li key={number}>
          <a className={styles.number} href={`tel:${number}`}>
            <Icon name="call" size={32} />
            <VisuallyHidden>{t.call} </VisuallyHidden>
            <span className={styles.digits}>{number}</span>
            <span className={styles.whom}>{label[language]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
