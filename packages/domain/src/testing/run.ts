import starter from '../../library/starter.json' with { type: 'json' };
import { type AssessedPlace, type Assessment, assess, type HeldCertification } from '../execution/assess.ts';
import { type ExecutionState, foldExecution } from '../execution/fold.ts';
import { type Gate, gateAt } from '../execution/gate.ts';
import type { LogEntry } from '../execution/log.ts';
import { registerOf } from '../execution/register.ts';
import { type OperationId, operationIdSchema, type UserId, userIdSchema } from '../ids.ts';
import { importLibrary } from '../import/index.ts';
import type { FieldRole, OperationKind } from '../operation/index.ts';
import type { ProcedureContent, PublishedContent, Step } from '../procedure/content.ts';
import { evaluateStep } from '../step-kinds/index.ts';
import { shownVerdict } from '../step-kinds/verdict.ts';
import { inverterWith, type Plant, uuid } from './plant.ts';

const imported = importLibrary(starter);
export const library: readonly PublishedContent[] = imported.kind === 'imported' ? imported.library.procedures.map(({ content }) => content) : [];

export function procedure(slug: string): PublishedContent {
  const content = library.find((one) => one.slug === slug);
  if (content === undefined) throw new Error(`no procedure ${slug}`);
  return content;
}

export const ANA: UserId = userIdSchema.parse(uuid(1001));
export const BEN: UserId = userIdSchema.parse(uuid(1002));
export const SUPERVISOR: UserId = userIdSchema.parse(uuid(1003));

const X = operationIdSchema.parse(uuid(9000));
const HASH = 'ab'.repeat(32);
const START = Date.UTC(2026, 4, 4, 8);

/** What the log says when it is read: the state, what it means, and whether a place may be answered. */
export interface Reading extends Assessment {
  readonly state: ExecutionState;
  /** Places are named `s05`, or `s10/CH2` by the item's label. */
  at(place: string): AssessedPlace;
  states(): Readonly<Record<string, string>>;
  gate(place: string, more?: { held?: readonly HeldCertification[]; today?: string }): Gate | null;
}

interface Setting {
  readonly content: ProcedureContent;
  readonly plant?: Plant;
  /** Name of the asset in hand; null for work without one. */
  readonly asset?: string | null;
  readonly confirmed?: readonly string[];
}

interface Given {
  readonly s?: string;
  readonly p?: Record<string, unknown>;
  /** Written without having seen what stands there. */
  readonly isBlind?: boolean;
  readonly v?: number;
  /** Heads named although the operation writes no register. */
  readonly b?: readonly OperationId[];
}

/** Certifications that open every procedure of the library. */
export const QUALIFIED: readonly HeldCertification[] = ['BR-PV', 'B2V-PV', 'BP', 'B0', 'TH', 'H0-H0V', 'THERMO', 'BE-MESURAGE', 'BC'].map((code) => ({
  code,
  expires: null,
}));

/** An execution written down as people carry it out, one readable line an operation. */
export class Run {
  readonly entries: LogEntry[] = [];
  readonly setting: Required<Setting>;
  private author = ANA;
  private offset = 0;
  private readonly rows = new Map<string, string>();

  constructor(setting: Setting) {
    this.setting = { plant: inverterWith(2), asset: 'OND07', confirmed: [], ...setting };
  }

  /** Whoever writes the lines that follow. */
  by(author: UserId, offset = 0): this {
    this.author = author;
    this.offset = offset;
    return this;
  }

  /** One operation; it names the heads its author sees at the address. */
  does(k: OperationKind | 'torque', { s, p = {}, isBlind = false, v = 1, b }: Given = {}): this {
    const n = this.entries.length + 1;
    const address = s === undefined ? undefined : this.address(s);
    const register = registerOf({ k, ...(address === undefined ? {} : { s: address }) }) ?? (k === 'torque' ? (address ?? null) : null);
    const heads = register === null || isBlind ? [] : (this.fold().registers.get(register)?.heads ?? []);
    const id = operationIdSchema.parse(uuid(n));
    const seen = b ?? heads.map(({ operation }) => operation.id);
    const operation = {
      i: n,
      id,
      k,
      v,
      x: X,
      ...(address === undefined ? {} : { s: address }),
      b: [...seen],
      p,
      w: START + n * 60_000,
      z: 120,
      o: this.offset,
      n: 1,
    };
    this.entries.push({ operation, seq: n, actor: this.author, serverAt: START + n * 60_000, flags: [] });
    return this;
  }

  start(...roles: FieldRole[]): this {
    const asset = this.setting.asset === null ? {} : { asset: this.hand()?.asset.id };
    return this.does('start', {
      p: { procedure: HASH, site: uuid(5000), ...asset, roles: roles.length === 0 ? ['technician', 'team_lead'] : roles },
    });
  }

  /** Answers as the step's kind takes them: `ok`, an option, a number, words, a label's code. The verdict shown is kept with it. */
  answer(s: string, given = 'ok', more: Omit<Given, 's' | 'p'> = {}): this {
    const step = this.step(s);
    const response = responseTo(step, given);
    const context = this.read().places.find(({ address }) => address === this.address(s))?.context;
    const verdict = context === undefined ? {} : { verdict: shownVerdict(evaluateStep(step, response, context)) };
    return this.does('step', { ...more, s, p: { kind: step.kind, response, ...verdict } });
  }

  /** Several places at once: `{ s10: '832', s11: '414' }`. */
  answers(given: Readonly<Record<string, string>>): this {
    for (const [s, value] of Object.entries(given)) this.answer(s, value);
    return this;
  }

  photos(s: string, count: number, b?: readonly OperationId[]): this {
    for (let n = 0; n < count; n++)
      this.does('photo', { s, p: { sha: HASH, size: 9, mime: 'image/jpeg', width: 4, height: 3, taken: START }, ...(b === undefined ? {} : { b }) });
    return this;
  }

  sign(s: string, role: FieldRole, b?: readonly OperationId[]): this {
    return this.does('sign', { s, p: { role, name: 'Ana Ruiz', strokes: [[0, 0, 9, 9]], basis: HASH }, ...(b === undefined ? {} : { b }) });
  }

  row(over: string, label: string): this {
    const item = uuid(7000 + this.rows.size);
    this.rows.set(label, item);
    return this.does('item', { p: { over, item, label } });
  }

  /** Id of the last operation written. */
  get last(): OperationId {
    return operationIdSchema.parse(uuid(this.entries.length));
  }

  fold(): ExecutionState {
    return foldExecution(this.entries);
  }

  read(entries: readonly LogEntry[] = this.entries): Reading {
    const { content, plant, confirmed } = this.setting;
    const state = foldExecution(entries);
    const assessment = assess({ content, state, asset: this.hand(), assets: plant.byId, confirmed: new Set(confirmed) });
    const find = (place: string) => assessment.places.find(({ address }) => address === place || address === this.address(place));
    const at = (place: string): AssessedPlace => {
      const found = find(place);
      if (found === undefined) throw new Error(`${place} is not shown`);
      return found;
    };
    return {
      ...assessment,
      state,
      at,
      states: () =>
        Object.fromEntries(assessment.places.map(({ step, item, state: one }) => [item === null ? step.id : `${step.id}/${item.label}`, one])),
      gate: (place, { held = QUALIFIED, today = '2026-05-04' } = {}) => gateAt(at(place), { content, state, assessment, held, today }),
    };
  }

  /** The address of `s10/CH2`: the item by its label. */
  address(place: string): string {
    const [step = '', label] = place.split('/');
    if (label === undefined) return step;
    const asset = this.setting.plant.assets.find(({ name }) => name === label)?.id;
    return `${step}/${asset ?? this.rows.get(label) ?? label}`;
  }

  private hand() {
    return this.setting.asset === null ? null : this.setting.plant.context(this.setting.asset);
  }

  private step(place: string): Step {
    const step = this.setting.content.steps.find(({ id }) => id === place.split('/')[0]);
    if (step === undefined) throw new Error(`no step ${place}`);
    return step;
  }
}

export const run = (content: string | ProcedureContent, more: Omit<Setting, 'content'> = {}): Run =>
  new Run({ ...more, content: typeof content === 'string' ? procedure(content) : content });

/** A run in which two qualified people are on site. */
export const begun = (content: string | ProcedureContent, more: Omit<Setting, 'content'> = {}): Run =>
  run(content, more)
    .start('technician', 'team_lead', 'lockout_officer')
    .does('second', { p: { name: 'Ben Faure' } });

function responseTo(step: Step, given: string): Record<string, unknown> {
  switch (step.kind) {
    case 'instruction':
      return { done: true };
    case 'measurement':
      return { value: given, unit: step.unit };
    case 'text':
      return { text: given };
    case 'scan':
      return given === 'mismatch' ? { code: 'HG-2', asset: null, typed: false, mismatch: true } : { code: given, asset: uuid(5001), typed: false };
    default:
      return { value: given };
  }
}

/** What stands in the way at a place, in a word, and the place it points to. */
export const way = (reading: Reading, place: string, more?: Parameters<Reading['gate']>[1]): string | null => {
  const gate = reading.gate(place, more);
  return gate === null ? null : 'at' in gate ? `${gate.kind} ${gate.at.address}` : gate.kind;
};
