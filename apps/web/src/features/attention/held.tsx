'use client';

import type { AsideRecord } from '@heliograph/sync/phone';
import { Card, Disclosure, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { syncMessages } from '../sync/messages.ts';
import { useNaming } from '../today/use-naming.ts';
import { AsideRow } from './aside-row.tsx';
import { attentionMessages } from './messages.ts';
import { pathToSubject } from './subject-path.ts';
import { useReason } from './use-reason.ts';

/** From so many on, records of one subject are told together: a day's work waits for one thing. */
const MANY = 4;

/** What the server has and cannot apply yet. */
export function Held() {
  const t = useMessages(syncMessages);
  const held = useLocalView((view) => view.asides)?.filter(({ state }) => state === 'held') ?? [];
  if (held.length === 0) return null;
  return (
    <Section title={t.held} aside={held.length}>
      <Text isSoft>{t.heldText}</Text>
      {[...new Set(held.map(pathOf))].map((path) => {
        const records = held.filter((record) => pathOf(record) === path);
        if (records.length >= MANY) return <HeldTogether key={path} path={path} records={records} />;
        return records.map((record) => <AsideRow key={record.operation.id} record={record} />);
      })}
    </Section>
  );
}

const pathOf = ({ operation }: AsideRecord) => pathToSubject(operation);

/** Many of one intervention: what they wait for once, and each of them for who wants to see it. */
function HeldTogether({ path, records }: { path: string; records: readonly AsideRecord[] }) {
  const t = useMessages(attentionMessages);
  const words = useMessages(syncMessages);
  const reason = useReason();
  const about: readonly string[] = records.map(({ operation }) => operation.x);
  const execution = useLocalView((view) => view.executions)?.find(({ x }) => about.includes(x));
  const naming = useNaming(execution === undefined ? [] : [execution]);
  const named = execution && naming && { title: naming.title(execution), where: naming.where(execution) };
  // What only follows another one waits for what that one waits for.
  const own = records.filter(({ code }) => code !== 'follows_held');
  const reasons = new Set((own.length > 0 ? own : records).map(reason));
  return (
    <Stack gap={1}>
      <Card href={path} title={<StateMark mark="held" label={named?.title ?? words.heldCount(records.length)} />} detail={named?.where}>
        {[...reasons].map((why) => (
          <Text key={why} kind="small">
            {why}
          </Text>
        ))}
      </Card>
      <Disclosure summary={t.each} aside={records.length}>
        <Stack gap={4}>
          {records.map((record) => (
            <AsideRow key={record.operation.id} record={record} isWithin />
          ))}
        </Stack>
      </Disclosure>
    </Stack>
  );
}
