'use client';

import { type Loss, sayLoss } from '@heliograph/domain/export/xlsform';
import type { DraftStep } from '@heliograph/domain/procedure/draft';
import { Button, Cluster, Notice, Stack } from '@heliograph/ui';
import { useState } from 'react';
import { useLocalized, useMessages } from '../../../../platform/messages.ts';
import { useLanguage } from '../../../../platform/preferences.ts';
import { query, RpcError } from '../../../../platform/rpc.ts';
import { saveFile } from '../../../../platform/save-file.ts';
import { useOfficeRefusal } from '../../shared/use-office-refusal.ts';
import { printMessages } from './messages.ts';
import type { Named } from './use-sheet.ts';

interface TakeOutProps {
  readonly named: Named;
  readonly code: string;
  readonly titles: readonly Pick<DraftStep, 'id' | 'title'>[];
}

/** The procedure as a file: ours, which keeps everything, or a form for other tools, with what that leaves behind. */
export function TakeOut({ named, code, titles }: TakeOutProps) {
  const t = useMessages(printMessages);
  const refusal = useOfficeRefusal();
  const [losses, setLosses] = useState<readonly Loss[] | null>(null);
  const [refused, setRefused] = useState<RpcError | null>(null);
  const trying = (work: () => Promise<void>) => {
    setRefused(null);
    void work().catch((error: unknown) => {
      if (!(error instanceof RpcError)) throw error;
      setRefused(error);
    });
  };
  const own = async () => {
    const file = await query('procedure.export', named);
    saveFile(`${code}.json`, new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }));
  };
  const form = async () => {
    const { name, file, losses: lost } = await query('procedure.exportXlsform', named);
    saveFile(name, new Blob([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))]));
    setLosses(lost);
  };
  return (
    <Stack gap={3}>
      <Cluster>
        <Button icon="download" onClick={() => trying(own)}>
          {t.asFile}
        </Button>
        <Button icon="download" onClick={() => trying(form)}>
          {t.asForm}
        </Button>
      </Cluster>
      {refused !== null && <Notice tone="watch">{refusal(refused)}</Notice>}
      {losses !== null && <Losses losses={losses} titles={titles} />}
    </Stack>
  );
}

/** What the form leaves behind, each thing once with the steps it is about. */
function Losses({ losses, titles }: { losses: readonly Loss[]; titles: TakeOutProps['titles'] }) {
  const t = useMessages(printMessages);
  const say = useLocalized();
  const language = useLanguage();
  if (losses.length === 0) return <Notice tone="conform">{t.nothingLost}</Notice>;
  const nameOf = (id: string) => say(titles.find((step) => step.id === id)?.title ?? { fr: id, en: id });
  const kinds = [...Map.groupBy(losses, ({ code }) => code)];
  return (
    <Notice tone="watch" title={t.lost} isLive>
      <ul>
        {kinds.map(([code, these]) => {
          const steps = these.flatMap(({ step }) => (step === null ? [] : nameOf(step)));
          return (
            <li key={code}>
              {sayLoss(code, language)}
              {steps.length > 0 && t.inSteps(steps.slice(0, 3).join(', '), steps.length - 3)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
