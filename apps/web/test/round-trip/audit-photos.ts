import { ORIGIN } from '@heliograph/api/testing';
import type { PhotoHash } from '@heliograph/domain';
import { type Audit, tablesOf } from './audit.ts';
import { type Company, sha256 } from './company.ts';
import type { PhoneAtRest } from './rest.ts';

/** I9: each photo that a stored operation names is here, byte for byte, and shown to its own organisation alone. */
export async function checkPhotos({ company, own, foreign, complain }: Audit): Promise<void> {
  const [supervisor, stranger] = [await company.backend.signIn(company.own.supervisor), await company.backend.signIn(company.foreign.supervisor)];
  const theirs = new Set(foreign.photos.filter(({ state }) => state === 'stored').map(({ sha }) => sha));
  for (const { sha, state } of own.photos) {
    const photo = company.album.find((one) => one.sha === sha);
    // Named by a forgery alone: nobody has its bytes.
    if (photo === undefined && company.forged.size > 0) continue;
    const want = photo?.isPhoto === true ? 'stored' : 'refused';
    if (state !== want) complain('I9-photo', `${sha} is ${state}, not ${want}`);
    if (state !== 'stored') continue;
    const evidence = await show(company, `${sha}?as=evidence`, supervisor);
    if (sha256(evidence.bytes) !== sha || photo?.bytes.equals(evidence.bytes) !== true) complain('I9-photo', `${sha} came back with other bytes`);
    const picture = await show(company, sha, supervisor);
    if (picture.status !== 200) complain('I9-photo', `${sha} is stored and cannot be seen: ${picture.status}`);
    const foreignLook = await show(company, sha, stranger);
    if (foreignLook.status !== (theirs.has(sha) ? 200 : 404)) complain('I10-isolation', `a stranger was answered ${foreignLook.status} for ${sha}`);
  }
}

async function show({ net, world }: Company, what: string, cookie: string): Promise<{ status: number; bytes: Uint8Array }> {
  const answer = await world.pick(net.instances).photo(new Request(`${ORIGIN}/api/photos/${what}`, { headers: { cookie } }));
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** Each photo on a phone says of itself what became of it; what a stored operation names is never forgotten. */
export function checkOwnPhotos(audit: Audit, phone: PhoneAtRest): void {
  const tables = tablesOf(audit, phone);
  const { kept, photos } = phone;
  const who = `${phone.person.name} on phone ${phone.handset.number}`;
  const onServer = new Map<PhotoHash, string>(tables.photos.map(({ sha, state }) => [sha, state]));
  const applied = new Set(tables.uses.map(({ opId }) => opId));
  for (const { sha, state } of photos) {
    const named = onServer.get(sha);
    const want = named === 'stored' ? 'stored' : named === 'refused' ? 'damaged' : 'aside';
    // A colleague's operation may have brought what this phone was told nobody names.
    const isNobodys = state === 'aside' && !kept.some(({ id, p }) => p['sha'] === sha && applied.has(id));
    if (state !== want && !isNobodys) audit.complain('I9-phone', `${who}: ${sha} is ${state}, on the server it is ${named}`);
  }
  const forgotten = kept.filter(({ k, p }) => k === 'photo' && !photos.some(({ sha }) => sha === p['sha']));
  for (const { p } of forgotten) audit.complain('I9-phone', `${who} forgot ${String(p['sha'])}`);
}
