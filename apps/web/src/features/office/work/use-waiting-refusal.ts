import { useLocalized, useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { reasonOf } from '../../../platform/use-door.ts';
import { useOfficeLibrary, useSites } from '../shared/every-page.ts';
import { textIn } from '../shared/refusal.ts';
import { workMessages } from './messages.ts';
import type { GivenRefusal } from './use-given-refusal.ts';

/** Records wait for this very work and were made with another procedure or on another site: which, where one of them says so. Null for any other refusal. */
export function useWaitingRefusal(refused: RpcError | null): GivenRefusal | null {
  const t = useMessages(workMessages);
  const say = useLocalized();
  const library = useOfficeLibrary().data ?? [];
  const sites = useSites().data ?? [];
  if (refused === null || reasonOf(refused) !== 'waiting_otherwise') return null;
  const [procedure, slug, siteId] = [textIn(refused, 'procedure'), textIn(refused, 'slug'), textIn(refused, 'siteId')];
  const refusal = (words: string): GivenRefusal => ({ strangers: null, work: null, words });
  if (procedure === null) return refusal(t.waitingOtherwise);
  if (slug === null) return refusal(t.waitingUnknown);
  const listed = library.find(({ hash }) => hash === procedure);
  const site = sites.find(({ id }) => id === siteId)?.name;
  const title = listed === undefined ? t.earlierVersion(slug) : say(listed.title);
  return refusal(t.waitingMade([title, site].filter(Boolean).join(' · ')));
}
