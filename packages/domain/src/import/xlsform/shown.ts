import type { ShowIf } from '../../condition/condition.ts';
import { ALWAYS, all, type Logic, showIfOf } from './condition/logic.ts';
import type { Form } from './form.ts';
import type { Group, Question } from './survey.ts';
import type { Row } from './table.ts';

/** When a step is shown, as our condition and as the tree it came from; null: never. */
export interface Shown {
  readonly showIf: ShowIf | undefined;
  readonly logic: Logic;
}

/** Reads `relevant` of questions and groups, each group once. */
export class Relevance {
  readonly #form: Form;
  readonly #groups = new Map<Group, Logic>();

  constructor(form: Form) {
    this.#form = form;
  }

  /** @param more what a step waits for beside its own row: the answer its choices hang on */
  of({ row, within }: Question, more: Logic = ALWAYS): Shown | null {
    const around = all(within.map((group) => this.#groupLogic(group)));
    const own = this.#logicOf(row);
    for (const logic of [all([around, own, more]), all([own, more]), all([around, more]), own, around, more]) {
      const showIf = showIfOf(logic, this.#form.guards);
      if (showIf === null) continue;
      if (logic !== undefined && showIfOf(all([around, own, more]), this.#form.guards) === null)
        this.#form.tell('condition_lost', row.at('relevant'), { value: row.text('relevant'), reason: 'too_deep' });
      if (showIf === 'never') return null;
      return { showIf: showIf === 'always' ? undefined : showIf, logic };
    }
    return { showIf: undefined, logic: ALWAYS };
  }

  #groupLogic(group: Group): Logic {
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const logic = this.#logicOf(group.row);
    this.#groups.set(group, logic);
    return logic;
  }

  #logicOf(row: Row): Logic {
    const text = row.text('relevant');
    const tree = this.#form.expression(text);
    if (tree === null) return ALWAYS;
    const compiled = this.#form.compile(tree);
    if (compiled.kind === 'lost') {
      this.#form.tell('condition_lost', row.at('relevant'), {
        value: text,
        reason: compiled.reason,
        ...(compiled.found === '' ? {} : { other: compiled.found }),
      });
      return ALWAYS;
    }
    if (compiled.asksUnsure) this.#form.tell('ne_answered', row.at('relevant'), { value: text });
    return compiled.logic;
  }
}
