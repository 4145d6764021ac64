import { conditionsOf, type Localized, localizedSchema, showIfSchema } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { compareMessages, fieldWords } from './compare-messages.ts';
import { titleIn } from './shelf.ts';

/** What a field is called, from the outside in: "Answers › m1 › Label › French". Codes that people gave are shown as they are. */
export function useFieldName(): (path: readonly string[]) => string {
  const words: Readonly<Record<string, string>> = useMessages(fieldWords);
  return (path) =>
    path
      .filter((name) => name !== 'extra')
      .map((name) => words[`field_${name}`] ?? name)
      .join(' › ');
}

/** A value as a person reads it, in one piece. @param titles of steps, by id: conditions name them */
export function useValueText(titles: ReadonlyMap<string, Localized>): (path: readonly string[], value: unknown) => string {
  const t = useMessages(compareMessages);
  const language = useLanguage();
  const format = useFormat();
  const words: Readonly<Record<string, string>> = useMessages(fieldWords);
  const text = (value: unknown): string => {
    if (value === undefined || value === null || value === '') return t.nothing;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number') return format.decimal(String(value));
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.length === 0 ? t.nothing : value.map(text).join(' · ');
    const said = localizedSchema.safeParse(value);
    if (said.success) return titleIn(said.data, language) || t.nothing;
    const members = Object.entries(value).map(([name, member]) => `${words[`field_${name}`] ?? name} ${text(member)}`);
    return members.join(', ');
  };
  const condition = (value: unknown): string | null => {
    const showIf = showIfSchema.safeParse(value);
    if (!showIf.success) return null;
    const said = conditionsOf(showIf.data).map((one) => {
      const step = titleIn(titles.get(one.step), language) || one.step;
      return t[`when_${one.op}`](step, 'value' in one ? format.list([one.value].flat()) : '');
    });
    return said.join('any' in showIf.data ? t.or : t.and);
  };
  return (path, value) => (path.at(-1) === 'showIf' ? condition(value) : null) ?? text(value);
}
