'use client';

import { CONDITIONS, conditionFields, conditionsCard, correctedAt, toDecimal } from '@heliograph/domain';
import { Cluster, Facts, Icon, List, ListRow, Notice, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { executionMessages } from '../messages.ts';
import type { OpenExecution } from '../use-execution.ts';
import { useConditionsWords } from './conditions-words.ts';
import { conditionsMessages } from './messages.ts';

/** The conditions in one row that leads to their card. */
export function ConditionsRow({ execution }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  const words = useConditionsWords(execution);
  const card = conditionsCard(execution.state);
  const sky = card?.values.sky;
  const said = [...words.readings.map(words.reading), ...(sky === undefined ? [] : [words.sky(sky)])];
  const isDue = card?.values.instruments?.some(({ calibrated }) => words.isDue(calibrated)) ?? false;
  const mark = card?.isConflict ? <StateMark mark="conflict" label={t.conflict} size="small" /> : null;
  return (
    <List label={t.title}>
      <ListRow
        href={`/app/executions/${execution.x}/conditions`}
        leading={<Icon name="thermometer" />}
        title={t.title}
        detail={
          <>
            {said.length === 0 ? t.none : said.join(' · ')}
            <Cluster gap={2}>
              {mark}
              {isDue && <StateMark mark="watch" label={t.isDue} size="small" />}
            </Cluster>
          </>
        }
      />
    </List>
  );
}

/** All of the card, as it will be read. */
export function ConditionsFacts({ execution }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  const words = useConditionsWords(execution);
  const language = useLanguage();
  const card = conditionsCard(execution.state);
  const { sky, instruments = [] } = card?.values ?? {};
  if (words.readings.length === 0 && card === null) return null;
  return (
    <Section title={t.title}>
      <Stack gap={3}>
        {card?.isConflict && <ConditionsConflict execution={execution} />}
        <Facts
          items={[
            ...words.readings.map((reading) => ({ label: reading.field.label[language], value: words.reading(reading) })),
            ...(sky === undefined ? [] : [{ label: t.sky, value: words.sky(sky) }]),
            ...instruments.map((one, n) => ({
              label: t.instrument(n + 1),
              value: (
                <>
                  {words.instrument(one)} {words.isDue(one.calibrated) && <StateMark mark="watch" label={t.isDue} size="small" />}
                </>
              ),
            })),
          ]}
        />
        <Author execution={execution} />
      </Stack>
    </Section>
  );
}

function Author({ execution }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  const words = useMessages(executionMessages);
  const format = useFormat();
  const card = conditionsCard(execution.state);
  if (card === null) return null;
  const when = format.time(correctedAt(card.entry.operation), execution.site?.timeZone);
  return (
    <Text kind="small" isSoft>
      {t.by(execution.nameOf(card.entry.actor) ?? words.unknownPerson, when)}
    </Text>
  );
}

/** Both cards, who and when: a card saved now settles it. */
export function ConditionsConflict({ execution }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  const words = useMessages(executionMessages);
  const format = useFormat();
  const heads = execution.state.registers.get(CONDITIONS)?.heads ?? [];
  return (
    <Notice tone="watch" title={t.conflict}>
      <Stack gap={2}>
        <Facts
          items={heads.map(({ operation, actor }) => ({
            label: `${execution.nameOf(actor) ?? words.unknownPerson} · ${format.time(correctedAt(operation), execution.site?.timeZone)}`,
            value: sayCard(operation.p, format),
          }))}
        />
        <Text kind="small">{t.conflictHelp}</Text>
      </Stack>
    </Notice>
  );
}

/** The readings of one card in a line. */
const sayCard = (card: Readonly<Record<string, unknown>>, format: ReturnType<typeof useFormat>): string =>
  conditionFields
    .flatMap(({ key, unit }) => {
      const value = toDecimal(String(card[key] ?? ''));
      return value === null ? [] : [format.reading(value, unit)];
    })
    .join(' · ') || '–';
