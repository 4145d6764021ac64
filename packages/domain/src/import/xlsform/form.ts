import type { DraftStep } from '../../procedure/draft/index.ts';
import type { Section } from '../../procedure/notes.ts';
import type { Language, Localized } from '../../text.ts';
import type { Lists } from './choices.ts';
import type { Field } from './columns.ts';
import { type Compiled, compile, type TargetOf } from './condition/compile.ts';
import type { Guards, Logic } from './condition/logic.ts';
import type { MadeLimit, Target } from './condition/target.ts';
import { parseExpression } from './expression/parse.ts';
import type { Expression } from './expression/tree.ts';
import type { Findings } from './finding.ts';
import { codeFor, freeCode } from './names.ts';
import type { Group, Question } from './survey.ts';
import type { Row } from './table.ts';

/** Everything that is known of a form while its questions become steps, one after the other. */
export class Form {
  readonly findings: Findings;
  readonly questions: readonly Question[];
  readonly lists: Lists;
  readonly external: Lists;
  /** The language of words that no header assigns. */
  readonly assumed: Language;
  /** Types of equipment the procedure is for; a scan expects them. */
  readonly equipment: readonly string[];
  readonly steps: DraftStep[] = [];
  readonly sections: Section[] = [];
  readonly units = new Map<string, string>();
  /** Limits that comparisons elsewhere in the form give to a number. */
  readonly limits = new Map<string, MadeLimit>();
  readonly #targets = new Map<string, Target>();
  readonly #guards = new Map<string, Logic>();
  readonly #ids = new Set<string>();
  readonly #known: ReadonlySet<string>;
  readonly #titles: ReadonlyMap<string, Localized>;
  readonly #parsed = new Map<string, Expression | null>();

  constructor({
    findings,
    questions,
    lists,
    external,
    assumed,
    equipment,
  }: Pick<Form, 'findings' | 'questions' | 'lists' | 'external' | 'assumed' | 'equipment'>) {
    this.findings = findings;
    this.questions = questions;
    this.lists = lists;
    this.external = external;
    this.assumed = assumed;
    this.equipment = equipment;
    this.#known = new Set(questions.map(({ name }) => name));
    this.#titles = new Map(questions.map(({ name, row }) => [name, row.words('label')]));
  }

  get guards(): Guards {
    return this.#guards;
  }

  tell(...finding: Parameters<Findings['add']>): void {
    this.findings.add(...finding);
  }

  /** What stands in a field as an expression; null where nothing stands, or nothing that makes sense (the check of the form says so). */
  expression(text: string): Expression | null {
    if (text === '') return null;
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const parsed = parseExpression(text);
    const tree = parsed.kind === 'parsed' ? parsed.tree : null;
    this.#parsed.set(text, tree);
    return tree;
  }

  /** An id that no step has yet. */
  idFor(name: string): string {
    const id = freeCode(codeFor(name), this.#ids);
    this.#ids.add(id);
    return id;
  }

  readonly targetOf: TargetOf = (name) => this.#targets.get(name) ?? (this.#known.has(name) ? 'later' : { kind: 'gone' });
  compile = (tree: Expression): Compiled => compile(tree, this.targetOf);
  setTarget = (name: string, target: Target): void => void this.#targets.set(name, target);

  add(step: DraftStep, guard: Logic): void {
    this.steps.push(step);
    this.#guards.set(step.id, guard);
  }

  /** Words with the questions they name written out: `${name}` means nothing to whoever reads a step. */
  words(row: Row, field: Field): Localized {
    const words = row.words(field);
    if (!/\$\{[^}]+\}/.test(words.fr + words.en)) return words;
    this.tell('question_in_text', row.at(field), { value: words.fr || words.en });
    const spoken = (text: string, language: Language) =>
      text.replaceAll(/\$\{\s*([^}]+?)\s*\}/g, (_, name: string) => `[${this.#titles.get(name)?.[language] || name}]`);
    return { fr: spoken(words.fr, 'fr'), en: spoken(words.en, 'en') };
  }

  /** The heading a group with a label becomes; the innermost one counts. */
  sectionOf(within: readonly Group[]): string | null {
    const titled = within.findLast(({ row }) => row.words('label').fr + row.words('label').en !== '');
    if (titled === undefined) return null;
    const id = `row-${titled.row.row}-${codeFor(titled.name)}`.slice(0, 80);
    if (!this.sections.some((section) => section.id === id)) this.sections.push({ id, title: this.words(titled.row, 'label') });
    return id;
  }
}
