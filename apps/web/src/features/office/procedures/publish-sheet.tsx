'use client';

import { isError } from '@heliograph/domain/procedure/check';
import { Button, Notice, Section, Sheet, Stack, StateMark, Switch, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { Read } from '../shared/page-state.tsx';
import { FindingList } from './finding-list.tsx';
import { procedureMessages } from './messages.ts';
import { useProcedureRefusal } from './procedure-refusal.ts';

interface PublishSheetProps {
  readonly slug: string;
  /** Of the draft that is on the screen: another one is not published unseen. */
  readonly revision: number;
  readonly isOpen: boolean;
  onClose(): void;
  onPublished?(): void;
}

/** Before a version is made for ever: what the check found, what is taken upon oneself, and why. */
export function PublishSheet({ isOpen, onClose, ...publishing }: PublishSheetProps) {
  const t = useMessages(procedureMessages);
  return (
    <Sheet title={t.publishTitle} isOpen={isOpen} onClose={onClose} closeLabel={t.close} side="end">
      <Publishing {...publishing} onClose={onClose} />
    </Sheet>
  );
}

function Publishing(publishing: Omit<PublishSheetProps, 'isOpen'>) {
  const t = useMessages(procedureMessages);
  const check = trpc.procedure.check.useQuery({ slug: publishing.slug }, { gcTime: 0 });
  return (
    <Read query={check} words={{ loading: t.checking, failed: t.failed }} lines={5}>
      {(findings) => <Checked {...publishing} findings={findings} />}
    </Read>
  );
}

interface CheckedProps extends Omit<PublishSheetProps, 'isOpen'> {
  readonly findings: Output<'procedure.check'>;
}

function Checked({ slug, revision, findings, onClose, onPublished }: CheckedProps) {
  const t = useMessages(procedureMessages);
  const refusal = useProcedureRefusal();
  const utils = trpc.useUtils();
  const publish = useDoor('procedure.publish');
  const page = trpc.procedure.page.useQuery({ slug });
  const [note, setNote] = useState('');
  const [isTaken, setTaken] = useState(false);
  const errors = findings.filter(isError);
  const warnings = findings.filter((finding) => !isError(finding));
  const needsSecond = page.data?.secondApproval ?? false;
  const go = async () => {
    const done = await publish.go({ slug, revision, note, accepted: warnings.map(({ code }) => code) });
    await utils.invalidate();
    if (done === null) return;
    onClose();
    onPublished?.();
  };
  return (
    <Stack gap={5}>
      {publish.refused !== null && (
        <Notice tone="watch" isLive>
          {refusal(publish.refused)}
        </Notice>
      )}
      {errors.length > 0 && (
        <Section title={t.errors(errors.length)}>
          <FindingList slug={slug} findings={errors} />
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={t.warnings(warnings.length)}>
          <FindingList slug={slug} findings={warnings} />
        </Section>
      )}
      {findings.length === 0 && <StateMark mark="conform" label={t.allGood} />}
      {errors.length === 0 && (
        <Stack gap={4}>
          {warnings.length > 0 && <Switch label={t.accept} hint={t.acceptNeeded} isOn={isTaken} onChange={setTaken} />}
          <TextField label={t.note} hint={t.noteHint} isMultiline rows={3} maxLength={2000} value={note} onChange={setNote} />
          <Text kind="small" isSoft>
            {needsSecond ? t.proposeText : t.forEver}
          </Text>
          <Button kind="primary" isWide isBusy={publish.isBusy} disabled={warnings.length > 0 && !isTaken} onClick={() => void go()}>
            {needsSecond ? t.propose : t.publishNow}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
