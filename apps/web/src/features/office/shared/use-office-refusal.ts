import { useRefusal } from '../../../platform/messages/refusals.ts';
import { defineMessages, useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { reasonOf } from '../../../platform/use-door.ts';

const words = defineMessages({
  fr: { newer: 'Ceci a été écrit avec une version plus récente d’Heliograph. Pour travailler dessus sans rien en perdre, mettez ce serveur à jour.' },
  en: { newer: 'This was written with a newer version of Heliograph. To work on it without losing any of it, update this server.' },
});

/** A refusal as the desk says it. What a newer server wrote is no fault of whoever asks. */
export function useOfficeRefusal(): (refused: RpcError) => string {
  const t = useMessages(words);
  const refusal = useRefusal();
  return (refused) => (reasonOf(refused) === 'newer' ? t.newer : refusal(refused));
}
