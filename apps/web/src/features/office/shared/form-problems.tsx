'use client';

import { ErrorSummary } from '@heliograph/ui';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { Changed, type ChangedProps } from './changed.tsx';
import { IntoSight } from './into-sight.tsx';
import { sharedMessages } from './messages.ts';
import { Refused } from './refused.tsx';

interface FormProblemsProps {
  /** Fields that say something they may not, each with the way to it. */
  readonly errors: readonly { readonly message: string; readonly href: string }[];
  readonly refused: RpcError | null;
  /** Somebody else saved first: what differs, and the two ways out. */
  readonly clash?: Omit<ChangedProps, 'refused'> | undefined;
  /** What this form has own words for. */
  explain?(refused: RpcError): string | null;
}

/** What stands in the way of saving a form, before its fields. */
export function FormProblems({ errors, refused, clash, explain }: FormProblemsProps) {
  const t = useMessages(sharedMessages);
  const refusal = useRefusal();
  if (refused !== null && clash !== undefined)
    return (
      <IntoSight>
        <Changed refused={refused} {...clash} />
      </IntoSight>
    );
  if (errors.length > 0) return <ErrorSummary key={errors.map(({ href }) => href).join()} title={t.problem} errors={errors} />;
  return refused === null ? null : <Refused>{explain?.(refused) ?? refusal(refused)}</Refused>;
}
