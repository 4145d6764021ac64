import { createHash } from 'node:crypto';
import { countMissingPhotos, findExecution, listCrews, listPhotos, type NamedEntry, type Photo, readOrg } from '@heliograph/db';
import {
  type AssessedPlace,
  basisIds,
  conditionsCard,
  type Done,
  type ExecutionId,
  type ExecutionState,
  type LogEntry,
  refuse,
} from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { itemOf } from './execution-list.service.ts';
import { conflictsIn, digestOf, reader } from './reading.ts';

/** One execution as a supervisor must be able to believe it: every answer against its limit, who and when, and everything that was ever recorded. */
export const openExecution = ({ db, readings }: Pick<Deps, 'db' | 'readings'>, actor: Actor, id: ExecutionId) =>
  readOrg(db, actor, async (tx) => {
    const row = (await findExecution(tx, actor, id)) ?? refuse('NOT_FOUND');
    const reading = await reader(tx, readings).read(row);
    const crew = (await listCrews(tx, [id])).map(({ user, name }) => ({ id: user, name }));
    const missingPhotos = (await countMissingPhotos(tx, [id])).get(id) ?? 0;
    const { state, content, assessment, log } = reading;
    return {
      execution: itemOf(row, { content, crew, digest: digestOf(reading), missingPhotos }),
      /** Null where it was published in a form newer than this server. */
      procedure: content,
      places: assessment?.places.map(placeOf) ?? [],
      missing: assessment?.missing.map(({ address }) => address) ?? [],
      conflicts: conflictsIn(reading),
      findings: assessment?.findings ?? [],
      halt: assessment?.halt == null ? null : { address: assessment.halt.place.address, operation: assessment.halt.entry.operation.id },
      photos: photosOf(state, await listPhotos(tx, id)),
      signatures: signaturesOf(state),
      comments: state.comments.map(({ id: comment, s, p, entry }) => ({ id: comment, address: s, text: p.text, ...whoAndWhen(entry) })),
      seconds: state.seconds.map(({ p, entry }) => ({ name: p.name, ...whoAndWhen(entry) })),
      waivers: state.waivers.map(({ p, entry }) => ({ certifications: p.certifications, reason: p.reason, ...whoAndWhen(entry) })),
      releases: state.releases.map(({ p, entry }) => ({ halt: p.halt, reason: p.reason, ...whoAndWhen(entry) })),
      roles: [...state.roles].map(([user, roles]) => ({ user, roles })),
      conditions: state.conditions,
      /** The same card with who wrote it down. */
      conditionsCard: cardOf(state),
      plan: state.plan === null ? null : { ...state.plan.p, ...whoAndWhen(state.plan.entry) },
      assigned: state.assigned,
      withdrawn: state.cancelled === null ? null : { reason: state.cancelled.p.reason, ...whoAndWhen(state.cancelled.entry) },
      suspended: state.suspended === null ? null : { reason: state.suspended.p.reason, ...whoAndWhen(state.suspended.entry) },
      returned: state.returned === null ? null : reviewOf(state.returned),
      reviews: state.reviews.map(reviewOf),
      changedAfterCompletion: state.changedAfterCompletion.map(({ operation }) => operation.id),
      names: namesIn(log, crew),
      /** Without the devices: their ids are nobody's business, and the phone's proof of its counter. */
      history: log.map(({ device: _device, ...entry }) => entry),
    };
  });

export type OpenedExecution = Awaited<ReturnType<typeof openExecution>>;

const whoAndWhen = ({ operation, actor, serverAt, flags }: LogEntry) => ({
  by: actor,
  /** Capture time by the device's clock, brought to the server's by the offset it last measured, ms. */
  at: operation.w + operation.o,
  deviceAt: operation.w,
  zone: operation.z,
  receivedAt: serverAt,
  flags,
});

const reviewOf = ({ p, entry }: Done<'review'>) => ({
  ...{ outcome: p.outcome, seen: p.seen, note: p.note ?? null, step: p.step ?? null },
  ...whoAndWhen(entry),
});

function cardOf(state: ExecutionState) {
  const card = conditionsCard(state);
  return card === null ? null : { values: card.values, isConflict: card.isConflict, operation: card.entry.operation.id, ...whoAndWhen(card.entry) };
}

/** One step, or one item of a repeated step, with what stands there. */
function placeOf({ step, item, address, needsItems, state, isMissing, isConflict, reason, response, evaluation, register, photos }: AssessedPlace) {
  const shown = register?.effective === null || register === null ? undefined : shownOutcome(register.effective);
  return {
    address,
    step: step.id,
    kind: step.kind,
    item: item === null ? null : { key: item.key, label: item.label },
    ...{ needsItems, state, isMissing, isConflict, reason, response, evaluation },
    /** What the phone showed, where the server comes to another verdict today (decision 11). */
    shownInstead: shown !== undefined && evaluation !== null && shown !== evaluation.outcome ? shown : null,
    photos: photos.map(({ id }) => id),
    effective: register?.effective?.operation.id ?? null,
    heads:
      register?.heads.map((entry) => ({ id: entry.operation.id, kind: entry.operation.k, payload: entry.operation.p, ...whoAndWhen(entry) })) ?? [],
  };
}

function shownOutcome({ operation }: LogEntry): string | undefined {
  const verdict = operation.p['verdict'];
  const outcome = typeof verdict === 'object' && verdict !== null && 'outcome' in verdict ? verdict.outcome : undefined;
  return typeof outcome === 'string' ? outcome : undefined;
}

function photosOf(state: ExecutionState, stored: readonly Photo[]) {
  const files = new Map(stored.map((photo) => [photo.sha, photo]));
  return state.photos.map(({ id, s, p, marks, removedBy, entry }) => {
    const file = files.get(p.sha);
    return {
      ...{ id, address: s, sha: p.sha, caption: p.caption ?? null, place: p.place ?? null, takenAt: p.taken, original: p.original ?? null },
      ...{ marks, width: p.width, height: p.height, size: p.size },
      removed: removedBy === null ? null : whoAndWhen(removedBy),
      file: { state: file?.state ?? 'wanted', received: file?.received ?? 0, refusal: file?.refusal ?? null },
      ...whoAndWhen(entry),
    };
  });
}

/** A signature is bound to the answers it was made over: `isCurrent` says whether they are still the ones that stand. */
function signaturesOf(state: ExecutionState) {
  const basis = createHash('sha256').update(basisIds(state).join(',')).digest('hex');
  return state.signatures.map(({ id, s, p, entry }) => ({
    ...{ id, address: s, role: p.role, name: p.name, strokes: p.strokes, isCurrent: p.basis === basis },
    ...whoAndWhen(entry),
  }));
}

const namesIn = (log: readonly NamedEntry[], crew: readonly { id: string; name: string }[]): Record<string, string> =>
  Object.fromEntries([...crew.map(({ id, name }) => [id, name]), ...log.map(({ actor, actorName }) => [actor, actorName])]);
