'use client';

import type { ProcedureContent } from '@heliograph/domain';
import { List, ListRow, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useCatalogueNames } from './catalogue-names.ts';
import { procedureMessages } from './messages.ts';
import { type Holding, useHolding } from './use-held-certifications.ts';

/** Which authorisations the work takes, and which of them are mine today. */
export function Certifications({ content }: { content: Pick<ProcedureContent, 'requiredCertifications'> }) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  if (content.requiredCertifications.length === 0) return null;
  const holders = { lead: t.holder_lead, each: t.holder_each, one_in_team: t.holder_one_in_team };
  return (
    <Section title={t.certifications}>
      <Stack gap={4}>
        {content.requiredCertifications.map(({ codes, rule, holder, note }) => (
          <Stack key={codes.join()} gap={1}>
            <Text kind="small" isSoft>
              {codes.length > 1 && (rule === 'any_of' ? t.anyOf : t.allOf)} {holders[holder]}
            </Text>
            <List>
              {codes.map((code) => (
                <CertificationRow key={code} code={code} />
              ))}
            </List>
            {note !== undefined && <Text kind="small">{note[language]}</Text>}
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

/** One authorisation and whether it is mine today. */
export function CertificationRow({ code }: { code: string }) {
  const names = useCatalogueNames();
  const holding = useHolding()(code);
  const words = useHoldingWords();
  return <ListRow title={names.certification(code)} detail={<StateMark mark={MARKS[holding.kind]} label={words(holding)} size="small" />} />;
}

const MARKS = { held: 'conform', expired: 'out', missing: 'todo' } as const;

function useHoldingWords(): (holding: Holding) => string {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  return (holding) => {
    if (holding.kind === 'missing') return t.certMissing;
    const day = holding.until === null ? null : format.day(Date.parse(`${holding.until}T12:00:00Z`), 'UTC');
    if (holding.kind === 'expired') return t.certExpired(day ?? '');
    return day === null ? t.certHeld : t.certHeldUntil(day);
  };
}
