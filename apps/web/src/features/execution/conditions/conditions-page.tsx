'use client';

import { conditionFields, conditionsCard, takesAnswers } from '@heliograph/domain';
import { BottomActions, Button, ErrorSummary, Notice, Screen, Section, Stack } from '@heliograph/ui';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useTitle } from '../../../platform/title.ts';
import { FieldTop } from '../../field/field-top.tsx';
import { executionMessages } from '../messages.ts';
import type { OpenExecution } from '../use-execution.ts';
import { WithExecution } from '../with-execution.tsx';
import { ConditionsConflict, ConditionsFacts } from './conditions-facts.tsx';
import { useConditionsWords } from './conditions-words.ts';
import { InstrumentFields } from './instrument-fields.tsx';
import { conditionsMessages } from './messages.ts';
import { ReadingFields } from './reading-fields.tsx';
import { type ConditionsForm, useConditionsForm } from './use-conditions-form.ts';

/** One card an execution: the weather of the measurements, and with what they were made. */
export default function ConditionsPage({ id }: { id: string }) {
  useTitle(useMessages(conditionsMessages).title);
  return (
    <WithExecution id={id} back={`/app/executions/${id}`}>
      {(execution) => (takesAnswers(execution.state.status) ? <Card execution={execution} /> : <ClosedCard execution={execution} />)}
    </WithExecution>
  );
}

function Card({ execution }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  const words = useConditionsWords(execution);
  const card = useConditionsForm(execution);
  return (
    <Screen
      top={<Top execution={execution} />}
      bottom={
        <BottomActions>
          <Button kind="primary" icon="check" isWide isBusy={card.isBusy} onClick={() => void card.save()}>
            {card.isBusy ? t.saving : t.save}
          </Button>
        </BottomActions>
      }
    >
      <Stack gap={6}>
        {card.problem !== null && (
          <Notice tone="stop" isLive>
            {card.problem}
          </Notice>
        )}
        {card.read?.kind === 'empty' && (
          <Notice tone="watch" isLive>
            {t.empty}
          </Notice>
        )}
        <Problems card={card} />
        {conditionsCard(execution.state)?.isConflict && <ConditionsConflict execution={execution} />}
        <ReadingFields execution={execution} card={card} />
        <Section title={t.instruments}>
          <InstrumentFields card={card} isDue={words.isDue} />
        </Section>
      </Stack>
    </Screen>
  );
}

/** What stands between the form and the record, each a way to its field. */
function Problems({ card }: { card: ConditionsForm }) {
  const t = useMessages(conditionsMessages);
  const words = useMessages(executionMessages);
  const { said } = useMessages(common);
  const language = useLanguage();
  if (card.read?.kind !== 'problems') return null;
  const { fields, instruments } = card.read;
  const wrong = conditionFields.filter(({ key }) => fields.has(key));
  return (
    <ErrorSummary
      title={words.problem}
      errors={[
        ...wrong.map(({ key, label }) => ({ message: t.toCheck(label[language]), href: `#conditions-${key}` })),
        ...instruments.map((at) => ({ message: said(t.instrument(at + 1), t.incomplete), href: `#instrument-${at}` })),
      ]}
    />
  );
}

function ClosedCard({ execution }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  return (
    <Screen top={<Top execution={execution} />}>
      <Stack gap={5}>
        <Notice>{t.closed}</Notice>
        <ConditionsFacts execution={execution} />
      </Stack>
    </Screen>
  );
}

function Top({ execution: { x, site, asset } }: { execution: OpenExecution }) {
  const t = useMessages(conditionsMessages);
  const eyebrow = [site?.name, asset?.asset.name].filter(Boolean).join(' · ');
  return <FieldTop title={t.title} eyebrow={eyebrow} back={`/app/executions/${x}`} {...(site === null ? {} : { site: site.id })} />;
}
