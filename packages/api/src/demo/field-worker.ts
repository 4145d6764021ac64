import { createHash } from 'node:crypto';
import {
  type AssessedPlace,
  type Assessment,
  type Asset,
  type AssetTree,
  assess,
  basisIds,
  contextOf,
  type ExecutionId,
  type ExecutionState,
  foldExecution,
  isKnownStep,
  type KnownStep,
  type Language,
  type LogEntry,
  lineage,
  type OperationKind,
  operationIdSchema,
  type Payload,
  type PhotoHash,
  type ProcedureContent,
  photoHashSchema,
  registerOf,
  shownVerdict,
} from '@heliograph/domain';
import { type Given, ordinaryAnswer, reading } from './answers.ts';
import type { DemoPerson } from './cast.ts';
import { drawPhoto, PHOTO_SIZE, type Scene } from './drawings.ts';
import type { FieldPhone } from './field-phone.ts';
import { chance, namedId } from './ids.ts';

/** What happens otherwise than usual. Keys are step ids, or `step id/label of the item`. */
export interface Script {
  readonly answers?: Readonly<Record<string, Given>>;
  readonly remarks?: Readonly<Record<string, string>>;
  /** Rows that people add where the plant has no list. */
  readonly items?: Readonly<Record<string, readonly string[]>>;
  readonly scene: Scene;
  /** The step at which the work stands; nothing is answered from there on. */
  readonly stopBefore?: string;
}

/** One execution on somebody's bench: what it is about, and everything recorded on it so far by anybody. */
export interface Job {
  readonly x: ExecutionId;
  readonly content: ProcedureContent;
  readonly tree: AssetTree;
  readonly asset: Asset;
  readonly language: Language;
  readonly notebook: LogEntry[];
  readonly photos: { readonly sha: PhotoHash; readonly bytes: Buffer }[];
  /** The time on site, ms. */
  at: number;
}

export interface Hand {
  readonly phone: FieldPhone;
  readonly person: DemoPerson;
}

const MINUTE = 60_000;

interface Deed<K extends OperationKind> {
  readonly k: K;
  readonly s?: string;
  readonly p: Payload<K>;
  /** Done without having seen what stands there. */
  readonly isBlind?: boolean;
}

/** Records an act of somebody, a few minutes after the last. */
export function act<K extends OperationKind>(job: Job, { phone }: Hand, { isBlind = false, ...deed }: Deed<K>): void {
  job.at += Math.round((1.5 + 3 * chance(`${job.x}${job.notebook.length}`)) * MINUTE);
  const register = registerOf(deed);
  const standing = register === null || isBlind ? undefined : job.notebook.findLast(({ operation }) => registerOf(operation) === register);
  const operation = phone.record({ ...deed, x: job.x, at: job.at, b: standing === undefined ? [] : [standing.operation.id] });
  job.notebook.push({ operation, seq: null, actor: phone.user, serverAt: null, flags: [] });
}

/** Reads the bench: state and assessment, with an operation more where one is tried out. */
export function look({ notebook, content, tree, asset }: Job, tried: readonly LogEntry[] = []): { state: ExecutionState; assessment: Assessment } {
  const state = foldExecution([...notebook, ...tried]);
  const assets = (id: Asset['id']) => contextOf(tree, id);
  return { state, assessment: assess({ content, state, asset: assets(asset.id), assets, confirmed: new Set() }) };
}

const nameOf = ({ step, item }: AssessedPlace): string => `${step.id}/${item?.label}`;

/** Address of what a script calls by its step, or by its step and the label of an item. */
export const addressNamed = (job: Job, name: string): string => look(job).assessment.places.find((place) => nameOf(place) === name)?.address ?? name;

/** Goes through the steps as the procedure leads, until the script says stop or nothing is left. */
export async function carryOut(job: Job, hand: Hand, script: Script): Promise<void> {
  const passed = new Set<string>();
  for (;;) {
    const { places, halt } = look(job).assessment;
    const place = places.find(({ address, state }) => state === 'todo' && !passed.has(address));
    if (place === undefined || place.step.id === script.stopBefore || halt !== null) return;
    if (place.needsItems) addItems(job, hand, { place, script });
    else {
      passed.add(place.address);
      await answer(job, hand, { place, script });
      const remark = script.remarks?.[place.step.id];
      if (remark !== undefined) act(job, hand, { k: 'comment', s: place.address, p: { text: remark } });
    }
  }
}

function addItems(job: Job, hand: Hand, { place, script }: Turn): void {
  const over = place.step.repeat?.over ?? '';
  for (const label of script.items?.[over] ?? ['1', '2']) {
    const item = operationIdSchema.parse(namedId(`${job.x} ${over} ${label}`));
    act(job, hand, { k: 'item', p: { over, item, label } });
  }
}

interface Turn {
  readonly place: AssessedPlace;
  readonly script: Script;
}

async function answer(job: Job, hand: Hand, { place, script }: Turn): Promise<void> {
  const { step, address } = place;
  if (!isKnownStep(step)) return;
  if (step.kind === 'photo') return takePhotos(job, hand, { step, address, scene: script.scene });
  if (step.kind === 'signature') return sign(job, hand, { role: step.role, address });
  const response = responseTo(job, step, { place, script });
  if (response === null) return;
  const evaluation = tryOut(job, place, { kind: step.kind, response });
  act(job, hand, { k: 'step', s: address, p: { kind: step.kind, response, ...(evaluation === null ? {} : { verdict: shownVerdict(evaluation) }) } });
}

function responseTo(job: Job, step: KnownStep, { place, script }: Turn): Record<string, unknown> | null {
  const given = script.answers?.[nameOf(place)] ?? script.answers?.[step.id];
  const trial = step.kind === 'measurement' ? tryOut(job, place, { kind: step.kind, response: { value: '0', unit: step.unit } }) : null;
  const situation = { place, trial, line: lineage(job.tree, job.asset.id), language: job.language, name: `${job.x} ${place.address}` };
  if (given === undefined) return ordinaryAnswer(step, situation);
  if ('share' in given && step.kind === 'measurement') return reading(step, situation, Number(given.share));
  return { ...given, ...(step.kind === 'measurement' ? { unit: step.unit } : {}) };
}

/** What an answer would mean, as the phone shows it before it is recorded. */
function tryOut(job: Job, { address }: AssessedPlace, payload: Payload<'step'>) {
  const id = operationIdSchema.parse(namedId(`trial ${job.x} ${address}`));
  const operation: LogEntry['operation'] = { i: 1_000_000, id, k: 'step', v: 1, x: id, s: address, p: payload, w: job.at, z: 0, o: 0, n: 1 };
  const actor = job.notebook[0]?.actor;
  if (actor === undefined) return null;
  const { places } = look(job, [{ operation, seq: null, actor, serverAt: null, flags: [] }]).assessment;
  return places.find((place) => place.address === address)?.evaluation ?? null;
}

interface PhotoTurn {
  readonly step: KnownStep & { kind: 'photo' };
  readonly address: string;
  readonly scene: Scene;
}

async function takePhotos(job: Job, hand: Hand, { step, address, scene }: PhotoTurn): Promise<void> {
  for (let n = 0; n < Math.max(1, step.minCount); n++) {
    const bytes = await drawPhoto(scene, job.asset.code, `${job.x} ${address} ${n}`);
    const sha = photoHashSchema.parse(createHash('sha256').update(bytes).digest('hex'));
    job.photos.push({ sha, bytes });
    act(job, hand, { k: 'photo', s: address, p: { sha, size: bytes.byteLength, mime: 'image/jpeg', ...PHOTO_SIZE, taken: job.at } });
  }
}

/** A signature over the answers as they stand. */
function sign(job: Job, hand: Hand, { role, address }: { role: Payload<'sign'>['role']; address: string }): void {
  act(job, hand, { k: 'sign', s: address, p: { role, name: hand.person.name, strokes: scribble(hand.person.name), basis: basisOf(job) } });
}

export const basisOf = (job: Job): string =>
  createHash('sha256')
    .update(basisIds(look(job).state).join(','))
    .digest('hex');

/** Two strokes in a box of 1000 × 400, everybody's own. */
function scribble(name: string): number[][] {
  const wave = (from: number, to: number, height: number) =>
    Array.from({ length: 28 }, (_, k) => [
      from + ((to - from) * k) / 27,
      210 + height * Math.sin(k * (0.7 + chance(`${name}${from}`))) * (1 - k / 40),
    ])
      .flat()
      .map(Math.round);
  return [wave(120, 620, 110), wave(560, 900, 60)];
}
