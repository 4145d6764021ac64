'use client';

import { conditionFields, isCalibrationDue, SKIES } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import type { OpenedExecution } from '../executions/types.ts';
import { dayOf, instantOfDay, isDay } from '../shared/days.ts';
import { printMessages } from './messages.ts';
import styles from './report.module.css';
import { useReportWords } from './report-words.ts';

type Card = NonNullable<OpenedExecution['conditionsCard']>;

/** Under which sky it was measured, and with what. */
export function ReportConditions({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(printMessages);
  const say = useLocalized();
  const format = useFormat();
  const words = useReportWords(opened);
  const card = opened.conditionsCard;
  if (card === null) return null;
  const { values } = card;
  const sky = SKIES.find((one) => one === values.sky);
  const facts = [
    ...conditionFields.flatMap(({ key, unit, label }) => {
      const value = values[key];
      return value === undefined ? [] : [{ label: say(label), value: format.reading(value, unit) }];
    }),
    ...(values.sky === undefined ? [] : [{ label: t.sky, value: sky === undefined ? values.sky : t[`sky_${sky}`] }]),
  ];
  return (
    <section className={styles.section}>
      <h2>{t.conditions}</h2>
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Instruments card={card} />
      <p className={styles.small}>
        {words.who(card.by)} · {words.when(card)}
      </p>
    </section>
  );
}

function Instruments({ card: { values, at } }: { card: Card }) {
  const t = useMessages(printMessages);
  const format = useFormat();
  if (values.instruments === undefined || values.instruments.length === 0) return null;
  const calibration = (day: string | undefined) => {
    if (day === undefined || !isDay(day)) return t.unknownCalibration;
    const said = t.calibrated(format.day(instantOfDay(day), 'UTC'));
    return isCalibrationDue(day, dayOf(at)) === true ? `${said}, ${t.due}` : said;
  };
  return (
    <ul className={styles.list} aria-label={t.instruments}>
      {values.instruments.map(({ name, serial, calibrated }) => (
        <li key={`${name} ${serial}`}>
          {name} · {serial} · {calibration(calibrated)}
        </li>
      ))}
    </ul>
  );
}
