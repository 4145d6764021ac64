import { useState } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';
import { modelMessages } from './messages.ts';
import { emptyModel, type ModelDraft, type ProviderDraft, problemsOf, wishOf } from './provider-draft.ts';

/** A refusal of a door of providers in words that say what to do. */
export function useProviderRefusal(): (refused: RpcError) => string {
  const t = useMessages(modelMessages);
  const say = useRefusal();
  const reasons: Readonly<Record<string, string>> = {
    ...{ address_malformed: t.address_malformed, address_scheme: t.address_scheme, address_port: t.address_port },
    ...{ address_private: t.address_private, address_query: t.address_query, address_credentials: t.address_credentials },
    ...{ key_again: t.key_again, api_version: t.api_version, too_many: t.too_many, no_model: t.no_model },
    ...{ budget_organisation: t.budget_organisation, budget_person: t.budget_person },
  };
  return (refused) => {
    const reason = reasonOf(refused);
    if (refused.code === 'UNAVAILABLE' && reason === 'key') return t.keyUnreadable;
    return (reason === null ? undefined : reasons[reason]) ?? say(refused);
  };
}

/** A provider while it is edited. */
export function useProvider(begun: ProviderDraft, onSaved: () => void) {
  const utils = trpc.useUtils();
  const door = useDoor('provider.save');
  const [draft, setDraft] = useState(begun);
  const [tries, setTries] = useState(0);
  const [newest, setNewest] = useState<string | null>(null);
  const problems = tries > 0 ? problemsOf(draft) : {};
  const change = (wish: Partial<ProviderDraft>) => setDraft({ ...draft, ...wish });
  return {
    ...{ draft, problems, tries, newest, change },
    isBusy: door.isBusy,
    refused: door.refused,
    addModel: () => {
      const model = emptyModel();
      setNewest(model.key);
      change({ models: [...draft.models, model] });
    },
    changeModel: (model: ModelDraft) => change({ models: draft.models.map((one) => (one.key === model.key ? model : one)) }),
    removeModel: (key: string) => change({ models: draft.models.filter((one) => one.key !== key) }),
    save: async () => {
      setTries(tries + 1);
      if (Object.keys(problemsOf(draft)).length > 0) return;
      const saved = await door.go(wishOf(draft));
      if (saved === null) return;
      await utils.invalidate();
      onSaved();
    },
  };
}
