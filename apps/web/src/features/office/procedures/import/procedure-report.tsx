'use client';

import { equipmentTypes } from '@heliograph/domain';
import { type Level, sayFinding, type XlsformFinding } from '@heliograph/domain/import/xlsform';
import { Button, Cluster, Code, Disclosure, Figure, Notice, Section, SelectField, Stack, Table, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../../platform/format.ts';
import { useLocalized, useMessages } from '../../../../platform/messages.ts';
import { useLanguage } from '../../../../platform/preferences.ts';
import { CATEGORY_CODES, useCatalogueNames } from '../../../procedure/catalogue-names.ts';
import { importMessages } from './messages.ts';
import type { Brought, XlsformResult } from './send-procedure.ts';
import type { Beside } from './use-procedure-import.ts';

interface ProcedureReportProps {
  readonly file: File;
  readonly brought: Brought;
  onMake(beside: Beside): void;
}

/** What the file would become, everything it would lose, and the person's decision. */
export function ProcedureReport({ file, brought, onMake }: ProcedureReportProps) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const isSound = brought.kind === 'procedure' || brought.result.isSound;
  return (
    <Stack gap={6}>
      <Text>
        {t.file} {file.name} · {format.bytes(file.size)}
      </Text>
      {isSound ? (
        <Notice tone="conform" title={t.sound} isLive>
          {t.nothingMade}
        </Notice>
      ) : (
        <Notice tone="watch" title={t.broken} isLive>
          {t.brokenText}
        </Notice>
      )}
      <Counts brought={brought} />
      {isSound && <Decision brought={brought} onMake={onMake} />}
      {brought.kind === 'xlsform' && <Findings result={brought.result} />}
    </Stack>
  );
}

function Counts({ brought }: { brought: Brought }) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const { steps } = brought.result;
  const count = (level: Level) => (brought.kind === 'xlsform' ? brought.result.findings.filter((finding) => finding.level === level).length : 0);
  return (
    <Cluster gap={7} align="start">
      {brought.kind === 'xlsform' && <Figure label={t.questions} value={format.number(brought.result.questions)} />}
      <Figure label={t.steps} value={format.number(steps)} />
      {brought.kind === 'xlsform' && <Figure label={t.level_lost} value={format.number(count('lost'))} />}
      {brought.kind === 'xlsform' && <Figure label={t.level_changed} value={format.number(count('changed'))} />}
      {brought.kind === 'procedure' && <Figure label={t.files} value={format.number(brought.result.files)} />}
    </Cluster>
  );
}

/** What the sheet could not say, and the one act. */
function Decision({ brought, onMake }: Pick<ProcedureReportProps, 'brought' | 'onMake'>) {
  const t = useMessages(importMessages);
  const say = useLocalized();
  const { category: nameOf } = useCatalogueNames();
  const [beside, setBeside] = useState<Beside>({ category: '', equipment: '' });
  const asSaid = { value: '', label: t.asSaid };
  return (
    <Stack gap={4}>
      {brought.kind === 'xlsform' && (
        <Cluster gap={5} align="start">
          <SelectField
            label={t.category}
            value={beside.category}
            options={[asSaid, ...CATEGORY_CODES.map((code) => ({ value: code, label: nameOf(code) }))]}
            onChange={(category) => setBeside({ ...beside, category })}
          />
          <SelectField
            label={t.equipment}
            value={beside.equipment}
            options={[asSaid, ...equipmentTypes.map(({ code, label }) => ({ value: String(code), label: say(label) }))]}
            onChange={(equipment) => setBeside({ ...beside, equipment })}
          />
        </Cluster>
      )}
      <Cluster>
        <Button kind="primary" icon="check" onClick={() => onMake(beside)}>
          {t.make}
        </Button>
      </Cluster>
    </Stack>
  );
}

const LEVELS: readonly Level[] = ['error', 'lost', 'changed', 'note'];

function Findings({ result: { findings, findingCount } }: { result: XlsformResult }) {
  const t = useMessages(importMessages);
  if (findings.length === 0) return <Text isSoft>{t.nothingLost}</Text>;
  return (
    <>
      {LEVELS.map((level) => {
        const these = findings.filter((finding) => finding.level === level);
        if (these.length === 0) return null;
        const table = <FindingTable title={t[`level_${level}`]} findings={these} />;
        // What is only good to know stays folded: the decision hangs on the rest.
        return level === 'note' ? (
          <Disclosure key={level} summary={t.level_note} aside={String(these.length)}>
            {table}
          </Disclosure>
        ) : (
          <Section key={level} title={`${t[`level_${level}`]} (${these.length})`}>
            {table}
          </Section>
        );
      })}
      {findingCount > findings.length && <Text isSoft>{t.shownOnly(findings.length, findingCount)}</Text>}
    </>
  );
}

function FindingTable({ title, findings }: { title: string; findings: readonly XlsformFinding[] }) {
  const t = useMessages(importMessages);
  const language = useLanguage();
  return (
    <Table
      caption={title}
      isCaptionHidden
      rows={findings.map((finding, at) => ({ ...finding, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'sheet', label: t.sheet, cell: ({ sheet }) => sheet },
        { key: 'row', label: t.row, align: 'end', cell: ({ row }) => row ?? '–' },
        { key: 'column', label: t.column, cell: ({ column }) => column ?? '–' },
        { key: 'what', label: t.what, isPrimary: true, cell: (finding) => sayFinding(finding, language) },
        { key: 'value', label: t.value, cell: ({ value }) => (value === undefined || value === '' ? '–' : <Code>{value}</Code>) },
      ]}
    />
  );
}
