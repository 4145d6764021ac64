'use client';

import { Button, Section, Stack, Table, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { useNow } from '../../../platform/now.ts';
import { pathTo } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { withValues } from '../shared/address.ts';
import { Confirm } from '../shared/confirm.tsx';
import { useCan } from '../shared/use-can.ts';
import { fleetMessages } from './messages.ts';

type Work = Output<'device.list'>['held'][number];

/** What came from phones and cannot be applied yet: whose, of which work, and what lets it in. */
export function HeldWork({ works, more }: { works: readonly Work[]; more: number }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const now = useNow();
  const [admitted, setAdmitted] = useState<Work | null>(null);
  return (
    <Section title={t.heldTitle}>
      <Stack gap={5}>
        <Text isSoft>{t.heldLead}</Text>
        <Table
          caption={t.heldTitle}
          isCaptionHidden
          isFolding
          rows={works}
          rowKey={({ author, id, code }) => `${author.user} ${id} ${code}`}
          columns={[
            { key: 'person', label: t.person, isPrimary: true, cell: ({ author }) => author.name },
            { key: 'work', label: t.work, isLong: true, cell: (work) => <Named work={work} /> },
            { key: 'records', label: t.heldRecords, isWhole: true, cell: ({ records }) => format.number(records) },
            { key: 'since', label: t.oldest, isWhole: true, cell: ({ since }) => format.ago(since, now) },
            { key: 'todo', label: t.todo, isLong: true, cell: (work) => <Todo work={work} onAdmit={() => setAdmitted(work)} /> },
          ]}
        />
        {more > 0 && <Text isSoft>{t.heldMore(more)}</Text>}
      </Stack>
      {admitted !== null && <Admit work={admitted} onClose={() => setAdmitted(null)} />}
    </Section>
  );
}

/** The procedure, as far as anybody here knows it. */
function useTitleOf() {
  const say = useLocalized();
  return ({ title, slug }: Work) => (title === null ? slug : say(title));
}

function Named({ work }: { work: Work }) {
  const t = useMessages(fleetMessages);
  const title = useTitleOf()(work);
  const details = [work.isKnown ? null : title, work.site?.name].filter(Boolean).join(' · ');
  return (
    <Stack gap={1}>
      {work.isKnown ? <a href={pathTo('/office/executions/:id', { id: work.id })}>{title}</a> : <span>{t.unknownWork}</span>}
      {details !== '' && (
        <Text as="span" kind="small" isSoft>
          {details}
        </Text>
      )}
    </Stack>
  );
}

function useNeedWords() {
  const t = useMessages(fleetMessages);
  return ({ need, author: { name }, site }: Work): string => {
    if (need === 'person') return t.need_person(name);
    return need === 'site' ? t.need_site(name, site?.name ?? '') : t[`need_${need}`];
  };
}

function Todo({ work, onAdmit }: { work: Work; onAdmit: () => void }) {
  const t = useMessages(fleetMessages);
  const words = useNeedWords();
  const mayAssign = useCan('execution.assign');
  const { need, author, id, procedure, slug, site } = work;
  // A version that is not here cannot be chosen.
  const again = { work: id, person: author.user, procedure: slug === null ? '' : (procedure ?? ''), site: site?.id ?? '' };
  return (
    <Stack gap={2}>
      <span>{words(work)}</span>
      {mayAssign && (need === 'person' || need === 'site') && (
        <div>
          <Button kind="action" onClick={onAdmit} aria-label={[t.admit, author.name, work.site?.name].filter(Boolean).join(' · ')}>
            {t.admit}
          </Button>
        </div>
      )}
      {mayAssign && need === 'work' && <a href={withValues('/office/work/new', again)}>{t.giveAgain}</a>}
      {need === 'procedure' && <a href="/office/procedures">{t.toProcedures}</a>}
    </Stack>
  );
}

function Admit({ work, onClose }: { work: Work; onClose: () => void }) {
  const t = useMessages(fleetMessages);
  const door = useDoor('device.admit');
  const utils = trpc.useUtils();
  const title = useTitleOf()(work) ?? t.unknownWork;
  const { author, site, opensSite, records } = work;
  const go = async () => {
    if ((await door.go({ author: author.user, execution: work.id })) === null) return;
    await utils.invalidate();
    onClose();
  };
  return (
    <Confirm
      title={t.admitTitle(author.name)}
      isOpen
      doLabel={t.admit}
      cancelLabel={t.cancel}
      isBusy={door.isBusy}
      refused={door.refused}
      onDo={() => void go()}
      onClose={onClose}
    >
      <Stack gap={3}>
        <Text>{t.admitText(records, [title, site?.name].filter(Boolean).join(' · '))}</Text>
        {opensSite && site !== null && <Text>{t.admitSite(site.name, author.name)}</Text>}
      </Stack>
    </Confirm>
  );
}
