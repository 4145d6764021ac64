'use client';

import type { Localized, ProcedureContent } from '@heliograph/domain';
import { Disclosure, Facts, Notice, Stack } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useEquipmentName } from '../assets/equipment-names.ts';
import { EnvironmentFacts } from './environment-facts.tsx';
import { procedureMessages } from './messages.ts';
import styles from './procedure.module.css';
import { SafetyWarnings } from './safety-warnings.tsx';

/** What may hurt, then what it takes: time, people, protection, tools, weather. */
export function BeforeStarting({ content }: { content: ProcedureContent }) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  const format = useFormat();
  const equipmentName = useEquipmentName();
  const { estimatedMinutes, estimateBasis, teamMin, frequency, requiresLockout, equipmentTypes, ppe, requiredTools } = content;
  const time = [t.about(format.duration(estimatedMinutes)), estimateBasis?.[language]].filter(Boolean).join(', ');
  return (
    <Stack gap={4}>
      <SafetyWarnings warnings={content.safetyWarnings} />
      {requiresLockout && (
        <Notice tone="stop" title={t.lockoutNeeded}>
          {t.lockoutText}
        </Notice>
      )}
      <Facts
        items={[
          { label: t.duration, value: time },
          { label: t.people, value: t.peopleNeeded(teamMin) },
          ...(frequency === undefined ? [] : [{ label: t.frequency, value: frequency[language] }]),
          { label: t.equipment, value: format.list(equipmentTypes.map(equipmentName)) },
        ]}
      />
      <EnvironmentFacts environment={content.environment} />
      <div>
        <Things title={t.ppe} things={ppe} isOpen />
        <Things title={t.tools} things={requiredTools} isOpen={false} />
      </div>
    </Stack>
  );
}

function Things({ title, things, isOpen }: { title: string; things: readonly Localized[]; isOpen: boolean }) {
  const language = useLanguage();
  if (things.length === 0) return null;
  return (
    <Disclosure summary={title} aside={things.length} isOpen={isOpen}>
      <ul className={styles.things}>
        {things.map((thing) => (
          <li key={thing.fr}>{thing[language]}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
