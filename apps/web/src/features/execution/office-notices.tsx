'use client';

import { type AssessedPlace, isOver, isSentBackTo, LIFE } from '@heliograph/domain';
import { Button, Notice, Stack, Text } from '@heliograph/ui';
import { useField, useLocalView, useRefs } from '../../platform/field-context.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { sentence } from '../../platform/typography.ts';
import { executionMessages } from './messages.ts';
import { pathToPlace } from './place-mark.ts';
import { returnedMessages } from './returned-messages.ts';
import type { OpenExecution } from './use-execution.ts';

/** What a reviewer wants looked at again, on top of the work until it is completed anew. */
export function ReturnedNotice({ execution }: { execution: OpenExecution }) {
  const t = useMessages(returnedMessages);
  const words = useMessages(executionMessages);
  const { returned } = execution.state;
  if (returned === null) return null;
  const place = execution.assessment.places.find((one) => isSentBackTo(one, execution.state));
  const action =
    place === undefined ? undefined : (
      <Button trailingIcon="arrow-right" href={pathToPlace(execution.x, place)}>
        {words.goThere}
      </Button>
    );
  return (
    <Notice tone="watch" title={t.returned(execution.nameOf(returned.by) ?? words.unknownPerson)} action={action}>
      <Stack gap={2}>
        <Text>{returned.p.note ?? t.noNote}</Text>
        <Text kind="small">{t.returnedHelp}</Text>
      </Stack>
    </Notice>
  );
}

/** The same at the step that was named. */
export function ReturnedStep({ execution, place }: { execution: OpenExecution; place: AssessedPlace }) {
  const t = useMessages(returnedMessages);
  const words = useMessages(executionMessages);
  const { returned } = execution.state;
  if (returned === null || !isSentBackTo(place, execution.state)) return null;
  return (
    <Notice tone="watch" title={t.thisStep(execution.nameOf(returned.by) ?? words.unknownPerson)}>
      {returned.p.note ?? t.noNote}
    </Notice>
  );
}

/** The office took the work back, before it was done or while it was: said also where the work was completed all the same. */
export function WithdrawnNotice({ execution }: { execution: OpenExecution }) {
  const t = useMessages(returnedMessages);
  const words = useMessages(executionMessages);
  const cancel = execution.state.registers.get(LIFE)?.heads.find(({ operation }) => operation.k === 'cancel');
  if (cancel === undefined) return null;
  return (
    <Notice tone="watch" title={t.withdrawn(execution.nameOf(cancel.actor) ?? words.unknownPerson)}>
      {[sentence(String(cancel.operation.p['reason'] ?? '')), t.withdrawnKept].filter(Boolean).join(' ')}
    </Notice>
  );
}

/** Another version was published since this work was begun or given: told, never switched. */
export function NewerVersionNotice({ execution: { content, hash: pinned } }: { execution: OpenExecution }) {
  const t = useMessages(returnedMessages);
  const format = useFormat();
  const listed = useRefs('procedure');
  const inForce = listed?.some(({ hash }) => hash === pinned) ? undefined : listed?.find(({ slug }) => slug === content.slug);
  if (inForce === undefined) return null;
  return <Notice title={t.newerVersion(format.day(inForce.publishedAt))}>{t.newerVersionText}</Notice>;
}

/** The server was put back to before the work was given: nobody is stopped in the middle of it. */
export function ForgottenNotice({ execution: { x, state } }: { execution: OpenExecution }) {
  const t = useMessages(returnedMessages);
  const isForgotten = useLocalView((view) => view.forgottenWork)?.has(x) ?? false;
  if (!isForgotten) return null;
  return (
    <Notice tone="watch" title={t.forgotten}>
      {isOver(state.status) ? t.forgottenOverText : t.forgottenText}
    </Notice>
  );
}

/** The office gave the work to others while this phone was away. What is recorded is theirs to see all the same. */
export function LeftNotice({ execution: { x, state, nameOf } }: { execution: OpenExecution }) {
  const t = useMessages(returnedMessages);
  const words = useMessages(executionMessages);
  const { user } = useField().identity;
  const hasLeft = useLocalView((view) => view.leftWork)?.some((work) => work.x === x) ?? false;
  const taken = state.takenOff.get(user.id);
  if (taken === undefined && !hasLeft) return null;
  return (
    <Notice tone="watch" title={taken === undefined ? t.left : t.leftBy(nameOf(taken.by) ?? words.unknownPerson)}>
      {[sentence(taken?.p.reason ?? ''), t.leftText].filter(Boolean).join(' ')}
    </Notice>
  );
}
