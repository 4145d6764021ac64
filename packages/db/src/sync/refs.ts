import type { RefRow } from '@heliograph/sync';
import type { Sender } from '@heliograph/sync/server';
import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from '../database.ts';

interface Window {
  readonly after: number;
  readonly upto: number;
}

/**
 * Reference rows the person may see that changed inside the window, tombstones included, in the counter's order.
 * A site that comes into sight is sent whole with its equipment, under the number of that entry; one that leaves sends tombstones.
 */
export async function readRefs(tx: OrgTx, sender: Sender, { after, upto }: Window): Promise<RefRow[]> {
  if (after >= upto) return [];
  const { rows } = await sql<RefRow>`
    with person as (select role_seq from member where org_id = ${tx.org} and user_id = ${sender.user}),
    place (site_id, known, since) as (${sender.role === 'technician' ? assignedSites(tx, sender, { after, upto }) : everySite(tx, after)}),
    gone (site_id, q) as (${sender.role === 'technician' ? lostSites(tx, sender, { after, upto }) : sql`select null::uuid, null::bigint where false`}),
    ref (kind, id, q, body) as (${sql.join([...placeRefs(tx), ...libraryRefs(tx, sender, after)], sql` union all `)})
    select kind, id, q, body from ref
    where q > ${after} and q <= ${upto} and (body is not null or ${after}::bigint > 0)
    order by q, kind, id`.execute(tx);
  return rows;
}

/** A technician's sites. `known`: numbers up to it were sent; `since`: when the site came into sight. */
const assignedSites = (tx: OrgTx, { user }: Sender, { after, upto }: Window): RawBuilder<unknown> => sql`
  select site_id, case when added_seq > ${after} then 0 else ${after}::bigint end, added_seq from site_scope
  where org_id = ${tx.org} and user_id = ${user} and added_seq <= ${upto} and (removed_seq is null or removed_seq > ${upto})`;

/** The office sees every site, from the moment the role was given. */
const everySite = (tx: OrgTx, after: number): RawBuilder<unknown> => sql`
  select site.id, case when role_seq > ${after} then 0 else ${after}::bigint end, role_seq from site, person where site.org_id = ${tx.org}`;

/** Sites taken away from a technician, and those an office role had shown before. */
const lostSites = (tx: OrgTx, { user }: Sender, { after, upto }: Window): RawBuilder<unknown> => sql`
  select site_id, removed_seq from site_scope
  where org_id = ${tx.org} and user_id = ${user} and removed_seq > ${after} and removed_seq <= ${upto}
  union all
  select site.id, role_seq from site, person
  where site.org_id = ${tx.org} and role_seq > ${after} and not exists (
    select from site_scope s where s.org_id = ${tx.org} and s.user_id = ${user} and s.site_id = site.id and s.removed_seq is null)`;

const placeRefs = (tx: OrgTx): RawBuilder<unknown>[] => [
  sql`
    select 'site', s.id::text, greatest(s.seq, place.since), case when s.removed_at is null then jsonb_build_object(
      'id', s.id, 'name', s.name, 'code', s.code, 'timeZone', s.time_zone, 'address', s.address, 'lat', s.lat, 'lon', s.lon, 'emergency', s.emergency) end
    from place join site s on s.org_id = ${tx.org} and s.id = place.site_id and s.seq > place.known`,
  sql`
    select 'asset', a.id::text, greatest(a.seq, place.since), case when a.removed_at is null and s.removed_at is null then jsonb_build_object(
      'id', a.id, 'site', a.site_id, 'parent', a.parent_id, 'type', a.type, 'name', a.name, 'code', a.code, 'position', a.position, 'attributes', a.attributes)
      || case when a.serial is null then '{}' else jsonb_build_object('serial', a.serial) end end
    from place join asset a on a.org_id = ${tx.org} and a.site_id = place.site_id and a.seq > place.known
      join site s on s.org_id = a.org_id and s.id = a.site_id`,
  sql`select 'site', site_id::text, q, null::jsonb from gone`,
  sql`select 'asset', a.id::text, gone.q, null::jsonb from gone join asset a on a.org_id = ${tx.org} and a.site_id = gone.site_id`,
];

/** What everybody of the organisation holds. */
const libraryRefs = (tx: OrgTx, sender: Sender, after: number): RawBuilder<unknown>[] => [
  sql`
    select 'organisation', org_id::text, seq, jsonb_build_object(
      'id', org_id, 'name', name, 'timeZone', time_zone, 'placePolicy', place_policy, 'photoSide', photo_side,
      'photosWifiOnly', photos_wifi_only)
      || case when ready_remarks is null then '{}' else jsonb_build_object('remarks', ready_remarks) end
    from organisation where org_id = ${tx.org} and seq > ${after}`,
  sql`
    select 'person', user_id::text, seq, jsonb_build_object('id', user_id, 'name', name)
    from member where org_id = ${tx.org} and seq > ${after}`,
  sql`
    select 'procedure', hash, seq, case when withdrawn_at is null then jsonb_build_object(
      'id', hash, 'slug', slug, 'version', number, 'hash', hash, 'publishedAt', (extract(epoch from published_at) * 1000)::bigint) end
    from procedure_version where org_id = ${tx.org} and seq > ${after}`,
  tipRefs(tx, sender, after),
  sql`
    select 'confirmation', id::text, seq, jsonb_build_object(
      'id', id, 'hash', procedure_hash, 'step', step_id, 'by', confirmed_by, 'at', (extract(epoch from confirmed_at) * 1000)::bigint)
    from limit_confirmation where org_id = ${tx.org} and seq > ${after}`,
];

/**
 * What was approved, for everybody; to its author the newest version of it with what became of it, also once it was put away.
 * A tip that nobody has approved is not even known to be there.
 */
const tipRefs = (tx: OrgTx, { user }: Sender, after: number): RawBuilder<unknown> => sql`
  select 'tip', t.id, t.seq, case when own.number is not null or t.removed_at is null then jsonb_strip_nulls(jsonb_build_object(
    'id', t.id, 'title', coalesce(own.title, t.title), 'content', coalesce(own.content, t.content), 'category', coalesce(own.category, t.category),
    'tags', coalesce(own.tags, t.tags), 'links', coalesce(own.links, t.links), 'photos', coalesce(own.photos, t.photos),
    'language', case when own.number is null then t.language else own.language end, 'author', t.author_id,
    'version', coalesce(own.number, t.approved_version), 'useful', t.useful, 'rated', r.useful, 'reason', own.reason,
    'state', case when own.number is not null and t.removed_at is not null then 'archived' else own.state end)) end
  from tip t
  left join tip_version own on t.author_id = ${user} and own.org_id = t.org_id and own.tip_id = t.id and own.number = t.latest_version
  left join tip_rating r on r.org_id = t.org_id and r.tip_id = t.id and r.user_id = ${user}
  where t.org_id = ${tx.org} and t.seq > ${after} and (t.approved_version is not null or own.number is not null)`;
