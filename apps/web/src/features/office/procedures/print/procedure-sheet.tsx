'use client';

import type { Localized } from '@heliograph/domain';
import { useFormat } from '../../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../../platform/messages.ts';
import type { Language } from '../../../../platform/preferences.ts';
import type { Output } from '../../../../platform/rpc.ts';
import { useEquipmentName } from '../../../assets/equipment-names.ts';
import { useCatalogueNames } from '../../../procedure/catalogue-names.ts';
import styles from '../../print/report.module.css';
import { printMessages } from './messages.ts';
import type { SheetContent } from './sheet-content.ts';
import { SheetSteps } from './sheet-steps.tsx';
import type { Sheet } from './use-sheet.ts';

interface ProcedureSheetProps {
  readonly content: SheetContent;
  readonly version: Sheet['version'];
  readonly organisation: Output<'organisation.get'>;
  readonly language: Language;
}

/** The document: what it is for, what must be there before starting, then every step with room for what is found. */
export function ProcedureSheet({ content, version, organisation, language }: ProcedureSheetProps) {
  const t = useMessages(printMessages);
  const say = useLocalized();
  const format = useFormat();
  const names = useCatalogueNames();
  const equipment = useEquipmentName();
  const { category, equipmentTypes = [], estimatedMinutes, teamMin } = content;
  const facts = [
    { label: t.code, value: content.slug },
    { label: t.category, value: category === undefined ? '–' : names.category(category) },
    {
      label: t.equipment,
      value: equipmentTypes.length === 0 ? '–' : format.list(equipmentTypes.flatMap((type) => (type === undefined ? [] : equipment(type)))),
    },
    { label: t.duration, value: estimatedMinutes === undefined ? '–' : format.duration(estimatedMinutes) },
    { label: t.team, value: format.number(teamMin ?? 1) },
    { label: t.lockout, value: content.requiresLockout === true ? t.yes : t.no },
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
        <p className={styles.status}>{version === null ? t.draft : t.version(version.number)}</p>
      </header>
      <h1 className={styles.title}>{say(content.title)}</h1>
      <p className={styles.place}>{say(content.description)}</p>
      {version === null && <p className={styles.draft}>{t.draftText}</p>}
      <dl className={styles.facts}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Listed title={t.safety} items={content.safetyWarnings?.flatMap(({ text }) => localized(text))} />
      <Listed title={t.ppe} items={content.ppe?.flatMap(localized)} />
      <Listed title={t.tools} items={content.requiredTools?.flatMap(localized)} />
      <SheetSteps content={content} />
      <footer className={styles.foot}>
        <p>
          {t.madeBy} ______________________________ {t.on} ______________ {t.place} ______________________________
        </p>
        {version !== null && <p className={styles.hash}>{version.hash}</p>}
        <p>
          {organisation.name} · {t.printed(format.moment(Date.now()))}
        </p>
      </footer>
    </article>
  );
}

/** Texts of a draft may be half there. */
const localized = (text: Partial<Localized> | undefined): Localized[] => (text === undefined ? [] : [{ fr: text.fr ?? '', en: text.en ?? '' }]);

function Listed({ title, items = [] }: { title: string; items: readonly Localized[] | undefined }) {
  const say = useLocalized();
  if (items.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.fr + item.en}>{say(item)}</li>
        ))}
      </ul>
    </section>
  );
}
