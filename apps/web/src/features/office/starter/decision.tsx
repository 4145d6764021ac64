'use client';

import { Button, Cluster, Notice, Stack } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf } from '../../../platform/use-door.ts';
import { useOfficeRefusal } from '../shared/use-office-refusal.ts';
import { starterMessages } from './messages.ts';

interface Act {
  readonly isBusy: boolean;
  readonly refused: RpcError | null;
  run(): Promise<unknown>;
}

interface DecisionProps {
  readonly take: Act & { readonly label: string };
  readonly decline: Act;
  /** The organisation is writing on its own: taking over would go over it. */
  readonly hasDraft: boolean;
  readonly draft: { readonly text: string; readonly label: string; readonly href: string };
}

/** Taking over what the library offers, or putting it aside. */
export function Decision({ take, decline, hasDraft, draft }: DecisionProps) {
  const t = useMessages(starterMessages);
  const refusal = useOfficeRefusal();
  const utils = trpc.useUtils();
  const refused = take.refused ?? decline.refused;
  const isWritten = hasDraft || reasonOf(refused) === 'draft_exists';
  const decide = async ({ run }: Act) => {
    await run();
    await utils.invalidate();
  };
  return (
    <Stack gap={3}>
      {isWritten && (
        <Notice tone="watch" action={<Button href={draft.href}>{draft.label}</Button>}>
          {draft.text}
        </Notice>
      )}
      {refused !== null && !isWritten && (
        <Notice tone="watch" isLive>
          {refusal(refused)}
        </Notice>
      )}
      <Cluster gap={3}>
        {!isWritten && (
          <Button kind="action" icon="pencil" isBusy={take.isBusy} onClick={() => void decide(take)}>
            {take.label}
          </Button>
        )}
        <Button kind="quiet" isBusy={decline.isBusy} onClick={() => void decide(decline)}>
          {t.decline}
        </Button>
      </Cluster>
    </Stack>
  );
}
