'use client';

import { subjectKindOf } from '@heliograph/domain';
import type { AsideRecord } from '@heliograph/sync/phone';
import { Button, Disclosure, Notice, Sheet, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { TypedWord } from '../rescue/typed-word.tsx';
import { syncMessages } from '../sync/messages.ts';
import { attentionMessages } from './messages.ts';
import { mayCorrect, mayResend } from './remedies.ts';
import { pathToSubject } from './subject-path.ts';
import { useReason } from './use-reason.ts';
import { useIsCorrected, useRemedies } from './use-remedies.ts';

interface AsideSheetProps {
  readonly record: AsideRecord;
  readonly title: string;
  readonly isOpen: boolean;
  onClose(): void;
}

/** What a person can do about a record that the server rejected. Nothing here deletes it at the office. */
export function AsideSheet({ record, title, isOpen, onClose }: AsideSheetProps) {
  const words = useMessages(syncMessages);
  const reason = useReason();
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose} closeLabel={words.close}>
      <Stack gap={4}>
        <Text>{reason(record)}</Text>
        {isOpen && <Remedies record={record} onDone={onClose} />}
      </Stack>
    </Sheet>
  );
}

function Remedies({ record, onDone }: { record: AsideRecord; onDone(): void }) {
  const t = useMessages(attentionMessages);
  const words = useMessages(syncMessages);
  const { correct, resend, save, discard } = useRemedies(record);
  const isCorrected = useIsCorrected(record);
  const [problem, setProblem] = useState(false);
  const { operation } = record;
  const trying = (work: () => Promise<unknown>) => void work().then(onDone, () => setProblem(true));
  return (
    <>
      {problem && (
        <Notice tone="watch" isLive>
          {t.notResent}
        </Notice>
      )}
      {isCorrected ? (
        <Stack gap={2}>
          <Button kind="primary" icon="check" isWide onClick={() => trying(discard)}>
            {t.corrected}
          </Button>
          <Text kind="small" isSoft>
            {t.correctedText}
          </Text>
        </Stack>
      ) : mayCorrect(record) ? (
        <Stack gap={2}>
          <Button kind="primary" icon="pencil" isWide onClick={() => trying(correct)}>
            {t.correct}
          </Button>
          <Text kind="small" isSoft>
            {t.correctText}
          </Text>
        </Stack>
      ) : (
        <Button kind="action" isWide href={pathToSubject(operation)}>
          {subjectKindOf(operation) === 'tip' ? words.openTips : words.openWork}
        </Button>
      )}
      {!isCorrected && mayResend(record) && (
        <Stack gap={2}>
          <Button kind="action" icon="send" isWide onClick={() => trying(resend)}>
            {t.resend}
          </Button>
          <Text kind="small" isSoft>
            {t.resendText}
          </Text>
        </Stack>
      )}
      <Disclosure summary={t.more}>
        <Stack gap={4}>
          <Button kind="action" icon="download" isWide onClick={() => trying(save)}>
            {t.export}
          </Button>
          <Text kind="small" isSoft>
            {t.discardText}
          </Text>
          <TypedWord label={t.discard} onConfirm={() => trying(discard)} />
        </Stack>
      </Disclosure>
    </>
  );
}
