'use client';

import { Facts, List, ListRow, Notice, Section, Stack, Text, Thumbnail, Thumbnails } from '@heliograph/ui';
import { photoPath } from '../../../platform/file-paths.ts';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { officeTipMessages } from './messages.ts';
import type { TipItem } from './tip-draft.ts';
import { TipState } from './tip-state.tsx';

/** A tip as it is read, in both languages, where it is shown, and how it came to be. */
export function TipFacts({ opened: { tip, versions } }: { opened: Output<'tip.get'> }) {
  const t = useMessages(officeTipMessages);
  return (
    <Stack gap={5}>
      <TipState tip={tip} />
      {tip.state === 'submitted' && (
        <Notice tone="info" title={t.read}>
          {tip.approved === null ? t.readText : t.readAgain}
        </Notice>
      )}
      {tip.state === 'rejected' && tip.reason !== null && (
        <Notice tone="watch" title={t.state_rejected}>
          {tip.reason}
        </Notice>
      )}
      <Texts tip={tip} />
      <Photos tip={tip} />
      <About tip={tip} />
      <Versions versions={versions} />
    </Stack>
  );
}

function Texts({ tip: { title, content, language } }: { tip: TipItem }) {
  const t = useMessages(officeTipMessages);
  const names = { fr: t.french, en: t.english };
  return (
    <>
      {(language === null ? (['fr', 'en'] as const) : [language]).map((spoken) => (
        <Section key={spoken} title={names[spoken]}>
          <Stack gap={2}>
            <Text>
              <strong lang={spoken}>{title[spoken]}</strong>
            </Text>
            {content[spoken].split('\n').map((paragraph, n) => (
              // A text is replaced whole, so a paragraph's place names it.
              <Text key={n}>
                <span lang={spoken}>{paragraph}</span>
              </Text>
            ))}
          </Stack>
        </Section>
      ))}
      {language !== null && <Text isSoft>{t[`only_${language}`]}</Text>}
    </>
  );
}

function Photos({ tip: { photos } }: { tip: TipItem }) {
  const t = useMessages(officeTipMessages);
  if (photos.length === 0) return null;
  return (
    <Section title={t.photos}>
      <Thumbnails>
        {photos.map(({ sha }, n) => (
          <Thumbnail key={sha} src={photoPath(sha, 'thumbnail')} alt={t.photo(n + 1)} href={photoPath(sha)} />
        ))}
      </Thumbnails>
    </Section>
  );
}

function About({ tip: { links, tags, authorName, useful } }: { tip: TipItem }) {
  const t = useMessages(officeTipMessages);
  const format = useFormat();
  const names = useCatalogueNames();
  const shown = [
    ...(links.steps ?? []).map(({ procedure, step }) => t.step(procedure.replaceAll('-', ' '), step)),
    ...(links.procedures ?? []).map((slug) => slug.replaceAll('-', ' ')),
  ];
  const listed = (label: string, values: readonly string[]) => (values.length === 0 ? [] : [{ label, value: format.list(values) }]);
  return (
    <Facts
      items={[
        { label: t.author, value: authorName ?? t.starter },
        { label: t.belongs, value: shown.length === 0 ? t.anywhere : format.list(shown) },
        ...listed(t.models, links.models ?? []),
        ...listed(t.defects, (links.defects ?? []).map(names.defect)),
        ...listed(t.tags, tags.map(names.keyword)),
        { label: t.useful, value: t.people(useful) },
      ]}
    />
  );
}

function Versions({ versions }: { versions: Output<'tip.get'>['versions'] }) {
  const t = useMessages(officeTipMessages);
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <Section title={t.history}>
      <List>
        {versions.map(({ number, state, writtenBy, writtenAt, decidedBy, decidedAt, reason }) => (
          <ListRow
            key={number}
            title={t.version(number)}
            detail={[
              t.writtenBy(writtenBy ?? t.starter, format.moment(writtenAt)),
              decidedAt === null ? null : t.decidedBy(decidedBy ?? t.somebody, format.moment(decidedAt)),
              reason,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
            trailing={<TipState tip={{ state, isArchived: false }} />}
          />
        ))}
      </List>
    </Section>
  );
}
