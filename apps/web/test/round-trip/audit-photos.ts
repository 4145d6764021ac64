import { ORIGIN } from '@heliograph/api/testing';
import type { PhotoHash } from '@heliograph/domain';
import type { Complain, Tables } from './audit.ts';
import { type Company, sha256 } from './company.ts';
import type { PhoneAtRest } from './rest.ts';

/** I9: each photo that a stored operation names is here, byte for byte, and shown to its own organisation alone. */
export async function checkPhotos(company: Company, tables: { own: Tables; foreign: Tables }, complain: Complain): Promise<void> {
  const { backend, own, foreign, album } = company;
  const theirs = new Set(tables.foreign.photos.filter(({ state }) => state === 'stored').map(({ sha }) => sha));
  const [supervisor, stranger] = [await backend.signIn(own.supervisor), await backend.signIn(foreign.supervisor)];
  for (const { sha, state } of tables.own.photos) {
    const photo = album.find((one) => one.sha === sha);
    const want = photo?.isPhoto === true ? 'stored' : 'refused';
    if (state !== want) complain('I9-photo', `${sha} is ${state}, not ${want}`);
    if (state !== 'stored') continue;
    const evidence = await show(company, { sha, cookie: supervisor, as: 'evidence' });
    const bytes = new Uint8Array(await evidence.arrayBuffer());
    if (evidence.status !== 200 || sha256(bytes) !== sha || Buffer.compare(bytes, photo?.bytes ?? Buffer.alloc(0)) !== 0)
      complain('I9-photo', `${sha} came back as ${evidence.status} with ${bytes.length} other bytes`);
    const picture = await show(company, { sha, cookie: supervisor, as: 'picture' });
    if (picture.status !== 200) complain('I9-photo', `${sha} is stored and cannot be seen: ${picture.status}`);
    await picture.body?.cancel();
    const foreignLook = await show(company, { sha, cookie: stranger, as: 'picture' });
    if (foreignLook.status !== (theirs.has(sha) ? 200 : 404)) complain('I10-isolation', `a stranger was answered ${foreignLook.status} for ${sha}`);
    await foreignLook.body?.cancel();
  }
}

const show = ({ net, world }: Company, { sha, cookie, as }: { sha: PhotoHash; cookie: string; as: string }): Promise<Response> =>
  world.pick(net.instances).photo(new Request(`${ORIGIN}/api/photos/${sha}?as=${as}`, { headers: { cookie } }));

/** Each photo on a phone says of itself what became of it. */
export function checkOwnPhotos({ person, handset, kept, photos }: PhoneAtRest, tables: Tables, complain: Complain): void {
  const delivered = new Map(tables.photos.map(({ sha, state }) => [sha, state]));
  const applied = new Set(tables.uses.map(({ opId }) => opId));
  for (const { sha, state } of photos) {
    const named = delivered.get(sha);
    const want = named === 'stored' ? 'stored' : named === 'refused' ? 'damaged' : 'aside';
    // A colleague's operation may have brought what this phone was told nobody names.
    const isAside = state === 'aside' && !kept.some(({ id, p }) => p['sha'] === sha && applied.has(id));
    if (state !== want && !isAside) complain('I9-phone', `${person.name} on phone ${handset.number}: ${sha} is ${state}, the server has it ${named}`);
  }
  for (const { p, k } of kept)
    if (k === 'photo' && !photos.some(({ sha }) => sha === p['sha'])) complain('I9-phone', `phone ${handset.number} forgot ${String(p['sha'])}`);
}
