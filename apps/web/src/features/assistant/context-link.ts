import { type AskingContext, askingContextSchema } from '@heliograph/domain/assistant';

/** What an address attaches; null where it attaches nothing, or nothing that can be read. */
export function contextFrom(search: string): AskingContext | null {
  const { execution, step, asset, label } = Object.fromEntries(new URLSearchParams(search));
  if (label === undefined) return null;
  const given = Object.entries({ execution, step, asset, label: label.slice(0, 200) }).filter(([, value]) => value !== undefined);
  return askingContextSchema.safeParse(Object.fromEntries(given)).data ?? null;
}
