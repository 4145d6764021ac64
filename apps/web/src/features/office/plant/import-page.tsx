'use client';

import { type SiteId, siteIdSchema } from '@heliograph/domain';
import { Button, Cluster, Code, ErrorState, FileButton, Notice, ProgressBar, Stack, Text, Title } from '@heliograph/ui';
import { type DragEvent, useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { reasonOf } from '../../../platform/use-door.ts';
import { OfficeFrame } from '../office-frame.tsx';
import styles from './import.module.css';
import { importMessages } from './import-messages.ts';
import { ImportReport } from './import-report.tsx';
import { type ImportState, useImport } from './use-import.ts';

/** A plant from a file: looked at first, line by line, and written whole or not at all. */
export default function ImportPage({ id }: { id: string }) {
  const t = useMessages(importMessages);
  const live = useLive();
  const site = siteIdSchema.safeParse(id);
  useTitle(t.title);
  return <OfficeFrame liveness={live}>{site.success ? <Import site={site.data} /> : <ErrorState title={t.failed} />}</OfficeFrame>;
}

function Import({ site }: { site: SiteId }) {
  const t = useMessages(importMessages);
  const opened = trpc.site.get.useQuery({ id: site });
  const { state, check, write } = useImport(site);
  const home = pathTo('/office/sites/:id', { id: site });
  return (
    <Stack gap={5}>
      <Cluster>
        <Button kind="quiet" icon="arrow-left" href={home}>
          {t.back}
        </Button>
      </Cluster>
      <Title level={1} eyebrow={opened.data?.site.name}>
        {t.title}
      </Title>
      {state.kind !== 'done' && state.kind !== 'running' && <Drop hasFile={state.kind !== 'empty'} onFile={check} />}
      <Now state={state} home={home} onCheck={check} onWrite={write} />
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
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience beside the button in it
    <div className={`${styles.drop} ${isOver ? styles.over : ''}`} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <Text kind="lead">{t.drop}</Text>
      <Text isSoft>{t.dropText}</Text>
      <Code>{t.example}</Code>
      <FileButton label={hasFile ? t.chooseOther : t.choose} icon="upload" accept=".csv,text/csv,text/plain" onFiles={take} />
    </div>
  );
}

interface NowProps {
  readonly state: ImportState;
  readonly home: string;
  onCheck(file: File): void;
  onWrite(file: File, basis: number): void;
}

/** Where the file stands. */
function Now({ state, home, onCheck, onWrite }: NowProps) {
  const t = useMessages(importMessages);
  const refusal = useRefusal();
  switch (state.kind) {
    case 'empty':
      return <Text isSoft>{t.nothingWritten}</Text>;
    case 'running': {
      const { phase, done, total } = state.progress;
      return <ProgressBar label={t[`phase_${phase}`]} done={done} total={Math.max(total, 1)} />;
    }
    case 'checked':
      return <ImportReport file={state.file} result={state.result} onWrite={() => onWrite(state.file, state.result.basis)} />;
    case 'done':
      return (
        <Notice tone="conform" title={t.done} isLive action={<Button href={home}>{t.toSite}</Button>}>
          {t.doneText(state.result.created, state.result.updated)}
        </Notice>
      );
    case 'refused':
      return (
        <ErrorState
          title={t.failed}
          safe={t.safe}
          action={
            <Button kind="action" onClick={() => onCheck(state.file)}>
              {t.again}
            </Button>
          }
        >
          {reasonOf(state.refused) === 'changed' ? t.movedOn : refusal(state.refused)}
        </ErrorState>
      );
  }
}
