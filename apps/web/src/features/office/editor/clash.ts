import { type Language, localizedSchema } from '@heliograph/domain';
import { type Clash, draftStepSchema, type ExtraValue, withEntry } from '@heliograph/domain/procedure/draft';
import { draftIn, type Editor } from './editor-store.ts';

/** What somebody wrote, as far as a line can say it. */
export function clashWords(value: unknown, language: Language): string {
  const text = localizedSchema.safeParse(value);
  if (text.success) return text.data[language] || text.data[language === 'fr' ? 'en' : 'fr'] || '…';
  if (value === undefined) return '…';
  if (typeof value === 'object' && value !== null && 'title' in value) return clashWords(value.title, language);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

const EXTRA = 'extra.';

/** Puts what the other person wrote where mine stands. */
export function takeTheirs(editor: Editor, { step: id, field, theirs }: Clash): void {
  const draft = draftIn(editor.state.get());
  const isExtra = field.startsWith(EXTRA);
  if (id === null) {
    const value = isExtra ? { extra: withEntry(draft.extra, field.slice(EXTRA.length), jsonOf(theirs)) } : { [field]: theirs };
    return editor.act({ act: 'set', fields: value });
  }
  const step = draft.steps.find((one) => one.id === id);
  if (field === 'removed' && theirs === undefined) return editor.act({ act: 'remove', ids: [id] });
  if (field === 'removed' || field === 'kind') {
    const whole = draftStepSchema.safeParse(theirs);
    if (!whole.success) return;
    editor.act({ act: 'change-kind', id, kind: whole.data.kind });
    const { id: _, kind: __, ...fields } = whole.data;
    return editor.act({ act: 'set-step', id, fields });
  }
  const fields = isExtra ? { extra: withEntry(step?.extra, field.slice(EXTRA.length), jsonOf(theirs)) } : { [field]: theirs };
  editor.act({ act: 'set-step', id, fields });
}

/** `extra` holds JSON, and a clash carries what was in one. */
const jsonOf = (value: unknown): ExtraValue => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
