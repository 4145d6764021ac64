'use client';

import type { Asset } from '@heliograph/domain';
import { List, Section, Text } from '@heliograph/ui';
import { useLocalView } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { ExecutionRow } from '../today/execution-row.tsx';
import { useNaming } from '../today/use-naming.ts';
import { assetMessages } from './messages.ts';

/** What was done here, as far as this phone knows. */
export function AssetWork({ asset }: { asset: Asset }) {
  const t = useMessages(assetMessages);
  const executions = useLocalView((view) => view.executions);
  const here = executions?.filter(({ start }) => start?.asset === asset.id) ?? [];
  const naming = useNaming(here);
  if (executions === undefined || naming === undefined) return null;
  return (
    <Section title={t.work}>
      {here.length === 0 ? (
        <Text isSoft>{t.noWork}</Text>
      ) : (
        <List>
          {here.map((execution) => (
            <ExecutionRow key={execution.x} execution={execution} naming={naming} />
          ))}
        </List>
      )}
    </Section>
  );
}
