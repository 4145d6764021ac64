'use client';

import type { ProcedureContent, ProcedureHash } from '@heliograph/domain';
import { Button, Code, Facts, Notice, Section } from '@heliograph/ui';
import { useRefs } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { procedureMessages } from './messages.ts';

/** Which version this is, by a mark nobody can forge; and whether another is in force. */
export function ProcedureVersion({ hash, content }: { hash: ProcedureHash; content: ProcedureContent }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  const listed = useRefs('procedure');
  const own = listed?.find((one) => one.hash === hash);
  const inForce = listed?.find(({ slug }) => slug === content.slug);
  const published = own === undefined ? t.versionUnlisted : `${t.version(own.version)}, ${t.published(format.day(own.publishedAt))}`;
  return (
    <Section title={t.references}>
      {own === undefined && inForce !== undefined && (
        <Notice
          tone="watch"
          title={t.newerExists(format.day(inForce.publishedAt))}
          action={<Button href={`/app/procedures/${inForce.hash}`}>{t.openNewer}</Button>}
        />
      )}
      <Facts
        items={[
          ...(content.references.length === 0 ? [] : [{ label: t.standards, value: format.list(content.references) }]),
          { label: t.versionLabel, value: listed === undefined ? '' : published },
          { label: t.fingerprint, value: <Code>{hash.slice(0, 12)}</Code> },
        ]}
      />
    </Section>
  );
}
