'use client';

import { type Site, spokenCoordinates } from '@heliograph/domain';
import { Icon, VisuallyHidden } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import styles from './emergency.module.css';
import { emergencyMessages } from './messages.ts';

/** What the rescuers ask, in the order they ask it. */
export function SiteSheet({ site }: { site: Site }) {
  const t = useMessages(emergencyMessages);
  const language = useLanguage();
  const { gate, meetingPoint, shutOff, controlRoom, hospital, fireStation } = site.emergency;
  const coordinates = spokenCoordinates(site, language);
  const facts = [
    [t.address, site.address],
    [t.coordinates, coordinates ?? ''],
    [t.gate, gate],
    [t.meetingPoint, meetingPoint],
    [t.shutOff, shutOff],
    [t.hospital, hospital],
    [t.fireStation, fireStation],
  ] as const;
  return (
    <section className={styles.site} aria-label={site.name}>
      <h2 className={styles.name}>{site.name}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value === '' ? t.notGiven : value}</dd>
          </div>
        ))}
      </dl>
      {controlRoom !== '' && <ControlRoom number={controlRoom} />}
    </section>
  );
}

function ControlRoom({ number }: { number: string }) {
  const t = useMessages(emergencyMessages);
  return (
    <a className={styles.number} href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      <Icon name="call" size={32} />
      <VisuallyHidden>{t.call} </VisuallyHidden>
      <span className={styles.room}>{number}</span>
      <span className={styles.whom}>{t.controlRoom}</span>
    </a>
  );
}
