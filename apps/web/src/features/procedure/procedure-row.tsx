'use client';

import { Badge, Cluster, ListRow, StateMark } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useCatalogueNames } from './catalogue-names.ts';
import { procedureMessages } from './messages.ts';
import type { ListedProcedure } from './use-procedures.ts';

interface ProcedureRowProps {
  readonly procedure: ListedProcedure;
  readonly href: string;
  /** Where a search found it, when that is not its title. */
  readonly found?: string | undefined;
}

/** A procedure in one line: its name, how long, what it takes, and whether it is here. */
export function ProcedureRow({ procedure: { ref, content }, href, found }: ProcedureRowProps) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  const format = useFormat();
  const names = useCatalogueNames();
  if (content === null)
    return <ListRow title={ref.slug.replaceAll('-', ' ')} detail={<StateMark mark="none" label={t.notHere} size="small" />} href={href} />;
  const marks = content.requiresLockout || content.teamMin > 1;
  return (
    <ListRow
      href={href}
      title={content.title[language]}
      detail={
        <>
          {found ?? t.rowFacts(names.category(content.category), format.duration(content.estimatedMinutes))}
          {marks && (
            <Cluster gap={2}>
              {content.requiresLockout && <Badge icon="lock">{t.lockout}</Badge>}
              {content.teamMin > 1 && <Badge icon="people">{t.team(content.teamMin)}</Badge>}
            </Cluster>
          )}
        </>
      }
    />
  );
}
