'use client';

import type { Localized } from '@heliograph/domain';
import type { FieldChange, StepChange } from '@heliograph/domain/procedure/compare';
import { Badge, Button, Card, Cluster, Disclosure, EmptyState, Section, Stack, StateMark, Table, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { useAddress } from '../shared/address.ts';
import { Read } from '../shared/page-state.tsx';
import { compareMessages } from './compare-messages.ts';
import { useFieldName, useValueText } from './compare-values.ts';
import { titleIn } from './shelf.ts';

type Compared = Output<'procedure.compare'>;

/** Two versions of a procedure side by side, by step and field; what was not changed steps back. */
export default function ComparePage({ code }: { code: string }) {
  const t = useMessages(compareMessages);
  const live = useLive();
  const { values } = useAddress(['from', 'to']);
  const to = values.to === '' ? 'draft' : values.to;
  const compared = trpc.procedure.compare.useQuery({ slug: code, from: values.from, to });
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Stack gap={5}>
        <Cluster>
          <Button kind="quiet" icon="arrow-left" href={pathTo('/office/procedures/:code', { code })}>
            {t.back}
          </Button>
        </Cluster>
        <Title level={1} eyebrow={code}>
          {t.title}
        </Title>
        <Read query={compared} words={t}>
          {(shown) => <Sides compared={shown} isProposal={to !== 'draft' && shown.to.number === null} />}
        </Read>
      </Stack>
    </OfficeFrame>
  );
}

interface NamedSide {
  readonly number: number | null;
  /** ms */
  readonly at: number | null;
  readonly by: string | null;
}

interface SidesProps {
  readonly compared: Pick<Compared, 'head' | 'steps'> & { readonly from: NamedSide; readonly to: NamedSide };
  readonly isProposal?: boolean;
  /** What the later side is called, where it is none of the procedure's own. */
  readonly laterName?: string;
}

/** Two sides, by step and field. */
export function Sides({ compared, isProposal = false, laterName }: SidesProps) {
  const t = useMessages(compareMessages);
  const format = useFormat();
  const { head, steps } = compared;
  const told = steps.filter(({ kind, moved }) => kind !== 'same' || moved);
  const titles = new Map(steps.flatMap(({ before, after }) => [before, after].flatMap((side) => (side === null ? [] : [[side.id, side.title]]))));
  const nameOf = ({ number }: NamedSide, isLater: boolean) => (number === null ? (isLater && isProposal ? t.proposal : t.draft) : t.version(number));
  const madeBy = ({ by, at }: NamedSide) => (at === null ? '' : t.madeBy(by ?? t.library, format.moment(at)));
  const count = (test: (step: StepChange) => boolean) => steps.filter(test).length;
  const names = { before: nameOf(compared.from, false), after: laterName ?? nameOf(compared.to, true) };
  if (head.length === 0 && told.length === 0)
    return (
      <EmptyState icon="check" title={t.same}>
        {names.before} · {names.after}
      </EmptyState>
    );
  return (
    <Stack gap={5}>
      <Text>
        {[names.before, madeBy(compared.from)].filter(Boolean).join(' · ')}
        <br />
        {[names.after, madeBy(compared.to)].filter(Boolean).join(' · ')}
      </Text>
      <Text kind="lead">
        {[
          t.count_added(count(({ kind }) => kind === 'added')),
          t.count_removed(count(({ kind }) => kind === 'removed')),
          t.count_changed(count(({ kind }) => kind === 'changed')),
          t.count_moved(count(({ moved }) => moved)),
        ].join(' · ')}
      </Text>
      {head.length > 0 && (
        <Section title={t.head}>
          <Changes fields={head} names={names} titles={titles} caption={t.head} />
        </Section>
      )}
      <Section title={t.steps}>
        <Stack gap={4}>
          {told.map((step) => (
            <StepCard key={`${step.before?.id ?? ''} ${step.after?.id ?? ''}`} step={step} names={names} titles={titles} />
          ))}
          <Unchanged steps={steps.filter((step) => !told.includes(step))} />
        </Stack>
      </Section>
    </Stack>
  );
}

interface Naming {
  readonly names: { readonly before: string; readonly after: string };
  readonly titles: ReadonlyMap<string, Localized>;
}

const MARKS = { added: 'conform', removed: 'fail', changed: 'doing', same: 'none' } as const;

function StepCard({ step, names, titles }: Naming & { step: StepChange }) {
  const t = useMessages(compareMessages);
  const language = useLanguage();
  const { before, after, kind, moved } = step;
  const side = after ?? before;
  if (side === null) return null;
  const title = t.place(side.at + 1, titleIn(side.title, language));
  return (
    <Card>
      <Stack gap={3}>
        <Cluster justify="between" gap={3}>
          <Title level={3}>{title}</Title>
          <Cluster gap={3}>
            {kind !== 'same' && <StateMark mark={MARKS[kind]} label={t[kind]} size="small" />}
            {moved && before !== null && after !== null && <Badge tone="signal">{t.moved(before.at + 1, after.at + 1)}</Badge>}
          </Cluster>
        </Cluster>
        {step.fields.length > 0 && <Changes fields={step.fields} names={names} titles={titles} caption={title} />}
      </Stack>
    </Card>
  );
}

function Changes({ fields, names, titles, caption }: Naming & { fields: readonly FieldChange[]; caption: string }) {
  const t = useMessages(compareMessages);
  const fieldName = useFieldName();
  const valueText = useValueText(titles);
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isEven
      rows={fields}
      rowKey={({ path }) => path.join('.')}
      columns={[
        { key: 'field', label: t.field, isPrimary: true, cell: ({ path }) => fieldName(path) },
        { key: 'before', label: names.before, cell: ({ path, before }) => valueText(path, before) },
        { key: 'after', label: names.after, cell: ({ path, after }) => valueText(path, after) },
      ]}
    />
  );
}

function Unchanged({ steps }: { steps: readonly StepChange[] }) {
  const t = useMessages(compareMessages);
  const language = useLanguage();
  if (steps.length === 0) return null;
  return (
    <Disclosure summary={t.unchanged(steps.length)}>
      <Stack gap={2} as="ul">
        {steps.map(({ after }) => after !== null && <li key={after.id}>{t.place(after.at + 1, titleIn(after.title, language))}</li>)}
      </Stack>
    </Disclosure>
  );
}
