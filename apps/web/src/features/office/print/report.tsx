'use client';

import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import type { Language } from '../../../platform/preferences.ts';
import type { Output } from '../../../platform/rpc.ts';
import type { OpenedExecution } from '../executions/types.ts';
import { officeMessages } from '../messages.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { countsOf, hasDeviceTime } from './report.ts';
import { ReportConditions } from './report-conditions.tsx';
import { ReportPhotos } from './report-photos.tsx';
import { ReportProof } from './report-proof.tsx';
import { ReportReadings } from './report-readings.tsx';
import { ReportRemarkable } from './report-remarkable.tsx';
import { ReportSignatures } from './report-signatures.tsx';

interface ReportProps {
  readonly opened: OpenedExecution;
  readonly organisation: Output<'organisation.get'>;
  readonly address: string;
  readonly language: Language;
}

/** The document: what matters first, then every answer, the photos, who signed, and how to verify it. */
export function Report({ opened, organisation, address, language }: ReportProps) {
  const t = useMessages(printMessages);
  const office = useMessages(officeMessages);
  const say = useLocalized();
  const format = useFormat();
  const { execution, procedure, seconds } = opened;
  const { site, asset, status, startedAt, completedAt } = execution;
  const team = [...new Set([...execution.people, ...seconds].map(({ name }) => name))];
  const facts = [
    { label: t.started, value: startedAt === null ? '–' : format.moment(startedAt, site.timeZone) },
    { label: t.completed, value: completedAt === null ? '–' : format.moment(completedAt, site.timeZone) },
    { label: t.team, value: format.list(team) },
    { label: t.site, value: site.name },
    { label: t.asset, value: asset?.name ?? '–' },
    { label: t.address, value: address || '–' },
    { label: t.procedure, value: `${execution.procedure.slug} · ${t.version(execution.procedure.number)}` },
    { label: t.zone, value: site.timeZone.replaceAll('_', ' ') },
  ];
  return (
    <article className={styles.paper} lang={language}>
      <header className={styles.head}>
        <div>
          {organisation.logo === null ? (
            <p className={styles.org}>{organisation.name}</p>
          ) : (
            <img className={styles.logo} src={organisation.logo} alt={organisation.name} />
          )}
          <p className={styles.kind}>{t.title}</p>
        </div>
        <p className={styles.status}>{office[`status_${status}`]}</p>
      </header>
      <h1 className={styles.title}>{procedure === null ? execution.procedure.slug : say(procedure.title)}</h1>
      <p className={styles.place}>{[site.name, asset?.name].filter(Boolean).join(' · ')}</p>
      {status !== 'approved' && <p className={styles.draft}>{t.draft}</p>}
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Counts opened={opened} />
      <ReportRemarkable opened={opened} />
      <ReportConditions opened={opened} />
      <ReportReadings opened={opened} />
      <ReportPhotos opened={opened} />
      <ReportSignatures opened={opened} />
      <ReportProof opened={opened} />
      <footer className={styles.foot}>
        {hasDeviceTime(opened) && <p>{t.deviceTime}</p>}
        <p>
          {organisation.name} · {t.printed(format.moment(Date.now()))}
        </p>
      </footer>
    </article>
  );
}

function Counts({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const { done, total, failed, watched, photos } = countsOf(opened);
  const counts = [
    { label: t.stepsDone, value: `${done} / ${total}` },
    { label: t.outside, value: failed },
    { label: t.watched, value: watched },
    { label: t.photoCount, value: photos },
  ];
  return (
    <div className={styles.counts}>
      {counts.map(({ label, value }) => (
        <p key={label} className={styles.count}>
          <strong>{value}</strong> {label}
        </p>
      ))}
    </div>
  );
}
