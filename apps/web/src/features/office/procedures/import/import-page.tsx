'use client';

import { Button, Cluster, Code, ErrorState, FileButton, Notice, ProgressBar, Stack, Text, Title } from '@heliograph/ui';
import { type DragEvent, useState } from 'react';
import { useRefusal } from '../../../../platform/messages/refusals.ts';
import { useMessages } from '../../../../platform/messages.ts';
import { pathTo } from '../../../../platform/router.ts';
import type { RpcError } from '../../../../platform/rpc.ts';
import { useTitle } from '../../../../platform/title.ts';
import { useLive } from '../../../../platform/trpc.tsx';
import { reasonOf } from '../../../../platform/use-door.ts';
import { OfficeFrame } from '../../office-frame.tsx';
import styles from '../../plant/import.module.css';
import { useCan } from '../../shared/use-can.ts';
import { importMessages } from './messages.ts';
import { ProcedureReport } from './procedure-report.tsx';
import { type Beside, type ImportState, useProcedureImport } from './use-procedure-import.ts';

/** A procedure from a file, a form in a spreadsheet or our own: looked at first, row by row, then a draft or nothing. */
export default function ImportProcedurePage() {
  const t = useMessages(importMessages);
  const live = useLive();
  const may = useCan('procedure.write');
  useTitle(t.title);
  return <OfficeFrame liveness={live}>{may ? <Import /> : <ErrorState title={t.notAllowed} />}</OfficeFrame>;
}

function Import() {
  const t = useMessages(importMessages);
  const { state, check, make } = useProcedureImport();
  return (
    <Stack gap={5}>
      <Cluster>
        <Button kind="quiet" icon="arrow-left" href="/office/procedures">
          {t.back}
        </Button>
      </Cluster>
      <Title level={1}>{t.title}</Title>
      {state.kind !== 'done' && state.kind !== 'running' && <Drop hasFile={state.kind !== 'empty'} onFile={check} />}
      <Now state={state} onCheck={check} onMake={make} />
    </Stack>
  );
}

interface DropProps {
  readonly hasFile: boolean;
  onFile(file: File): void;
}

/** A file is dropped here, or chosen. */
function Drop({ hasFile, onFile }: DropProps) {
  const t = useMessages(importMessages);
  const [isOver, setOver] = useState(false);
  const take = ([file]: readonly File[]) => file !== undefined && onFile(file);
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const onDrop = (event: DragEvent) => {
    over(false)(event);
    take([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience beside the button in it
    <div className={`${styles.drop} ${isOver ? styles.over : ''}`} onDragOver={over(true)} onDragLeave={over(false)} onDrop={onDrop}>
      <Text kind="lead">{t.drop}</Text>
      <Text isSoft>{t.dropText}</Text>
      <Code>.xlsx .xls .csv .md .json</Code>
      <FileButton
        label={hasFile ? t.chooseOther : t.choose}
        icon="upload"
        accept=".xlsx,.xls,.csv,.md,.json,text/csv,text/markdown,application/json"
        onFiles={take}
      />
    </div>
  );
}

interface NowProps {
  readonly state: ImportState;
  onCheck(file: File): void;
  onMake(file: File, beside: Beside): void;
}

/** Where the file stands. */
function Now({ state, onCheck, onMake }: NowProps) {
  const t = useMessages(importMessages);
  switch (state.kind) {
    case 'empty':
      return <Text isSoft>{t.nothingMade}</Text>;
    case 'running':
      return <ProgressBar label={t.reading} done={0} total={1} />;
    case 'checked':
      return <ProcedureReport key={state.file.name} file={state.file} brought={state.brought} onMake={(beside) => onMake(state.file, beside)} />;
    case 'done':
      return (
        <Notice
          tone="conform"
          title={t.done}
          isLive
          action={<Button href={pathTo('/office/procedures/:code/edit', { code: state.slug })}>{t.toEditor}</Button>}
        >
          {t.doneText(state.slug)}
        </Notice>
      );
    case 'refused':
      return <Refused refused={state.refused} onAgain={() => onCheck(state.file)} />;
  }
}

function Refused({ refused, onAgain }: { refused: RpcError; onAgain: () => void }) {
  const t = useMessages(importMessages);
  const refusal = useRefusal();
  const reason = reasonOf(refused);
  const own = { hash: t.changedFile, file_hash: t.changedFile, newer: t.newerFile, not_a_procedure: t.otherFile };
  const said = Object.entries(own).find(([code]) => code === reason)?.[1];
  const again = (
    <Button kind="action" onClick={onAgain}>
      {t.again}
    </Button>
  );
  return (
    <ErrorState title={t.failed} safe={t.safe} action={again}>
      {said ?? refusal(refused)}
    </ErrorState>
  );
}
