import {
  assess,
  type Envelope,
  type ExecutionId,
  type ExecutionState,
  envelopeSchema,
  executionIdSchema,
  foldExecution,
  gateAt,
  type LogEntry,
  operationIdSchema,
  type PhotoHash,
  type ProcedureContent,
  photoHashSchema,
  procedureHashSchema,
  type UserId,
  uuidv7,
} from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';
import type { StepField } from '../../../platform/field-context.tsx';
import type { Identity } from '../../../platform/identity.ts';
import { cell, type Readable } from '../../../platform/readable.ts';
import type { OpenExecution } from '../../execution/use-execution.ts';

/** A phone that forgets: what is answered in the preview lives in this page's memory, by the same operations and the same fold. */
export interface PreviewRun {
  readonly field: StepField;
  readonly state: Readable<ExecutionState>;
  restart(): void;
}

const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const HASH = procedureHashSchema.parse('0'.repeat(64));
const X: ExecutionId = executionIdSchema.parse('00000000-0000-7000-8000-000000000000');
const NO_REFS = cell<readonly never[]>([]);

export function startPreview(identity: Identity): PreviewRun {
  const drafts = new Map<string, unknown>();
  const photos = new Map<PhotoHash, Blob>();
  let log: readonly LogEntry[] = [];
  const state = cell(foldExecution(log));
  const append = (entries: readonly Entry[]): Envelope[] => {
    const made = entries.map(({ draft }, n) => operationOf(draft, log.length + n + 1));
    log = [...log, ...made.map((operation) => logged(operation, identity.user.id))];
    state.set(foldExecution(log));
    return made;
  };
  const start = () => {
    log = [];
    drafts.clear();
    append([{ draft: { k: 'start', x: X, p: { procedure: HASH, site: X, roles: ROLES } } }]);
  };
  start();
  const field: StepField = {
    identity,
    record: async (entries) => {
      for (const { photo, replacesDraft } of entries) {
        if (photo !== undefined) photos.set(photoHashSchema.parse(photo.record.sha), new Blob([...photo.slices], { type: photo.record.mime }));
        if (replacesDraft !== undefined) drafts.delete(replacesDraft.s);
      }
      return append(entries);
    },
    saveDraft: async (_x, s, value) => void drafts.set(s, value),
    readDraft: async (_x, s) => drafts.get(s),
    photoBytes: async (sha) => photos.get(sha) ?? null,
    view: { refs: () => NO_REFS, photos: NO_REFS },
  };
  return { field, state, restart: start };
}

const ROLES = ['technician', 'team_lead', 'lockout_officer', 'second_person'] as const;

const operationOf = ({ k, v = 1, x, s, b = [], p }: Entry['draft'], i: number): Envelope =>
  envelopeSchema.parse({ i, id: operationIdSchema.parse(newId()), k, v, x, s, b: [...b], p, w: Date.now(), z: 0, o: 0, n: 1 });

const logged = (operation: Envelope, actor: UserId): LogEntry => ({ operation, seq: operation.i, actor, serverAt: operation.w, flags: [] });

/** The draft as a run in progress. Certifications are taken as held: it is the author who looks, not the technician. */
export function previewExecution(content: ProcedureContent, state: ExecutionState): OpenExecution {
  const assessment = assess({ content, state, asset: null, assets: () => null, confirmed: new Set() });
  const held = content.requiredCertifications.flatMap(({ codes }) => codes.map((code) => ({ code, expires: null })));
  return {
    ...{ x: X, state, content, hash: HASH, assessment, asset: null, site: null },
    gate: (place) => gateAt(place, { content, state, assessment, held, today: '2000-01-01' }),
    nameOf: () => null,
  };
}
