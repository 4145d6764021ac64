'use client';

import type { AssessedPlace } from '@heliograph/domain';
import { Button, Notice, Stack } from '@heliograph/ui';
import { useStepField } from '../../platform/field-context.tsx';
import { useIntoSight } from '../../platform/into-sight.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { useReadable } from '../../platform/readable.ts';
import { FIXED } from '../../platform/typography.ts';
import sight from './into-sight.module.css';
import { executionMessages } from './messages.ts';
import type { OpenExecution } from './use-execution.ts';

/** What follows from the answer just given: stop, a message, whom to call, the procedure to open. */
export function Consequences({ execution, place }: { execution: OpenExecution; place: AssessedPlace }) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const procedures = useReadable(useStepField().view.refs('procedure')) ?? [];
  const { evaluation, state } = place;
  const isHalt = execution.assessment.halt?.place.address === place.address;
  const next = procedures.find(({ slug }) => slug === evaluation?.openProcedure);
  const control = execution.site?.emergency.controlRoom ?? '';
  const isSilent = !isHalt && evaluation?.message == null && next === undefined;
  // A stop that came up below the thumb, or behind the way back, would be read by nobody.
  const ref = useIntoSight(isSilent ? '' : (place.register?.effective?.operation.id ?? ''), 'nearest');
  if (isSilent) return null;
  return (
    <div ref={ref} className={sight.clear}>
      <Notice tone={isHalt ? 'stop' : state === 'failed' ? 'watch' : 'info'} title={isHalt ? t.halted : undefined} isLive>
        <Stack gap={3}>
          {evaluation?.message != null && <strong>{evaluation.message[language]}</strong>}
          {isHalt && <span>{t.haltedHelp}</span>}
          {isHalt && control !== '' && (
            <Button kind="action" icon="call" isWide href={`tel:${control.replaceAll(/[^+\d]/g, '')}`}>
              {t.callControl(control.replaceAll(' ', FIXED))}
            </Button>
          )}
          {next !== undefined && (
            <Button kind="quiet" icon="book" href={`/app/procedures/${next.hash}`}>
              {t.openProcedure}
            </Button>
          )}
        </Stack>
      </Notice>
    </div>
  );
}
