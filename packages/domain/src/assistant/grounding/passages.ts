import type { DefectClass, Tip } from '../../procedure/catalogue.ts';
import type { ProcedureContent, Step } from '../../procedure/content.ts';
import type { Localized } from '../../text.ts';
import type { Source } from './source.ts';

/** A passage as it is looked for: what it says, and the words around it that tell what it is about. */
export interface Passage extends Source {
  readonly around: Localized;
}

const joined = (parts: readonly (Localized | undefined)[], by = ' '): Localized => {
  const said = parts.filter((part) => part !== undefined);
  return { fr: said.map(({ fr }) => fr).join(by), en: said.map(({ en }) => en).join(by) };
};
const both = (text: string): Localized => ({ fr: text, en: text });

/** A procedure in passages: what it is for, then one for each step. */
export function passagesOfProcedure(content: ProcedureContent): Passage[] {
  const { slug, title, description, tags, frequency, safetyWarnings } = content;
  const around = joined([title, both(tags.join(' '))]);
  const whole: Passage = {
    ...{ kind: 'procedure', id: slug, step: null, title },
    passage: joined([description, frequency, ...safetyWarnings.map(({ text }) => text)]),
    around: both(tags.join(' ')),
  };
  return [whole, ...content.steps.map((step) => passageOfStep(step, slug, { title, around }))];
}

const passageOfStep = (step: Step, id: string, { title, around }: { title: Localized; around: Localized }): Passage => ({
  ...{ kind: 'procedure', id, step: step.id },
  title: joined([title, step.title], ' · '),
  passage: joined([step.instructions, step.onFail?.message]),
  around: joined([around, ...(step.kind === 'choice' ? step.options.map(({ label }) => label) : [])]),
});

export const passageOfTip = ({
  id,
  title,
  content,
  tags,
}: Pick<Tip, 'id' | 'title' | 'content'> & { readonly tags: readonly string[] }): Passage => ({
  ...{ kind: 'tip', id, step: null, title, passage: content },
  around: both(tags.join(' ')),
});

export const passageOfDefect = ({ code, label, visualCues, recommendedAction }: DefectClass): Passage => ({
  ...{ kind: 'defect', id: code, step: null, title: label },
  passage: joined([visualCues, recommendedAction], '. '),
  around: both(''),
});
