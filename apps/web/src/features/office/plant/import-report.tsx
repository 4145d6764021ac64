'use client';

import type { ImportProblem } from '@heliograph/domain/asset/import';
import { Button, Cluster, Code, Disclosure, Figure, Notice, Section, Stack, Table, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { common } from '../../../platform/messages/common.ts';
import { useMessages } from '../../../platform/messages.ts';
import { importMessages } from './import-messages.ts';
import type { ImportResult } from './import-stream.ts';
import { useImportWords } from './import-words.ts';

interface ImportReportProps {
  readonly file: File;
  readonly result: ImportResult;
  onWrite(): void;
}

/** What the file would do, and every reason why it may not. */
export function ImportReport({ file, result, onWrite }: ImportReportProps) {
  const t = useMessages(importMessages);
  const { said } = useMessages(common);
  const format = useFormat();
  const { problems, problemCount, warnings, created, updated, unchanged } = result;
  return (
    <Stack gap={6}>
      <Text>
        {said(t.file, file.name)} · {format.bytes(file.size)} · {t.rows(result.file.rows)}
      </Text>
      {problemCount > 0 ? (
        <Section title={t.problems(problemCount)}>
          <Stack gap={3}>
            <Notice tone="watch" isLive>
              {t.problemsText}
            </Notice>
            <Problems title={t.problems(problemCount)} problems={problems} />
            {problemCount > problems.length && <Text isSoft>{t.shownOnly(problems.length)}</Text>}
          </Stack>
        </Section>
      ) : (
        <Notice tone="conform" title={t.sound} isLive>
          {t.nothingWritten}
        </Notice>
      )}
      <Cluster gap={7} align="start">
        <Figure label={t.created} value={format.number(created)} />
        <Figure label={t.updated} value={format.number(updated)} />
        <Figure label={t.unchanged} value={format.number(unchanged)} />
      </Cluster>
      {problemCount === 0 && (
        <Cluster>
          <Button kind="primary" icon="check" disabled={created + updated === 0} onClick={onWrite}>
            {t.doImport(created + updated)}
          </Button>
        </Cluster>
      )}
      {warnings.length > 0 && (
        <Section title={t.warnings}>
          <Problems title={t.warnings} problems={warnings} />
        </Section>
      )}
      <Disclosure summary={t.columns} aside={format.number(result.columns.filter(({ field }) => field !== null).length)} isOpen={problemCount === 0}>
        <Columns columns={result.columns} />
      </Disclosure>
    </Stack>
  );
}

function Problems({ title, problems }: { title: string; problems: readonly ImportProblem[] }) {
  const t = useMessages(importMessages);
  const words = useImportWords();
  const columnOf = ({ column, header }: ImportProblem) => (column === null ? '–' : `${column} · ${header ?? ''}`);
  return (
    <Table
      caption={title}
      isCaptionHidden
      rows={problems}
      isFolding
      rowKey={(problem) => `${problem.line} ${problem.column} ${problem.code} ${problem.other ?? ''}`}
      columns={[
        { key: 'line', label: t.line, align: 'end', cell: ({ line }) => line },
        { key: 'column', label: t.column, cell: columnOf },
        { key: 'what', label: t.what, isPrimary: true, cell: words.problem },
        { key: 'value', label: t.value, cell: ({ value }) => (value === undefined || value === '' ? '–' : <Code>{value}</Code>) },
      ]}
    />
  );
}

function Columns({ columns }: { columns: ImportResult['columns'] }) {
  const t = useMessages(importMessages);
  const words = useImportWords();
  return (
    <Table
      caption={t.columns}
      isCaptionHidden
      rows={columns}
      rowKey={({ column }) => String(column)}
      columns={[
        { key: 'column', label: t.column, align: 'end', cell: ({ column }) => column },
        { key: 'header', label: t.header, isPrimary: true, cell: ({ header }) => header },
        { key: 'field', label: t.field, cell: ({ field }) => (field === null ? t.unused : words.field(field)) },
      ]}
    />
  );
}
