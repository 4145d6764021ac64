import { personStatusSchema } from '@heliograph/domain/person';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { personWords } from '../../people/words.ts';
import { peopleMessages } from './messages.ts';

/** Why something about a person was not done, in words that say what to do. */
export function usePersonRefusal(): (refused: RpcError) => string {
  const t = useMessages(peopleMessages);
  const words = useMessages(personWords);
  const refusal = useRefusal();
  return (refused) => {
    switch (reasonOf(refused)) {
      case 'member': {
        const status = personStatusSchema.safeParse(refused.details['status']).data ?? 'active';
        return t.member(String(refused.details['name'] ?? ''), words[`status_${status}`]);
      }
      case 'role':
        return t.forbiddenRole;
      case 'last_admin':
        return t.lastAdmin;
      case 'shared_account':
        return t.sharedAccount;
      case 'yourself':
        return t.yourself;
      case 'not_active':
        return t.notActive;
      default:
        return refusal(refused);
    }
  };
}
