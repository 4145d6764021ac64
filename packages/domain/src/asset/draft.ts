import { parseDecimal } from '../decimal-text.ts';
import type { AssetId } from '../ids.ts';
import type { Language } from '../text.ts';
import { attributeField, mayHangBelow } from './catalogue.ts';
import type { Asset } from './context.ts';

/** What a value typed or imported for an attribute comes to: what is stored, or why it is not. */
export type AttributeReading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly problem: 'not_a_number' | 'ambiguous_number' | 'too_long' };

const MOST_TEXT = 200;

/**
 * Reads the value of one attribute: numbers to canonical decimals, with point or comma; texts as they are.
 * @param language how the writer writes numbers: in French `1,234` is one reading, in English it may be two
 */
export function readAttribute(name: string, typed: string, language: Language): AttributeReading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > MOST_TEXT) return { kind: 'problem', problem: 'too_long' };
  if (attributeField(name)?.kind !== 'decimal') return { kind: 'value', value: text };
  const read = parseDecimal(text, language);
  if (read.kind === 'decimal') return { kind: 'value', value: read.value };
  return { kind: 'problem', problem: read.kind === 'ambiguous' ? 'ambiguous_number' : 'not_a_number' };
}

/** Why a position cannot hang where it is said to; null when it can. */
export type PlaceProblem = 'cycle' | 'level';

/**
 * @param parentOf parents as they would be afterwards
 * @returns `cycle` for whatever hangs below itself, `level` for a combiner box below a string and the like
 */
export function placeProblem(
  asset: Pick<Asset, 'id' | 'type'>,
  after: { parentOf(id: AssetId): Pick<Asset, 'id' | 'type'> | null },
): PlaceProblem | null {
  const seen = new Set<AssetId>([asset.id]);
  const parent = after.parentOf(asset.id);
  for (let at = parent; at !== null; at = after.parentOf(at.id)) {
    if (at.id === asset.id) return 'cycle';
    // A loop further up is told where it is.
    if (seen.has(at.id)) break;
    seen.add(at.id);
  }
  return parent !== null && !mayHangBelow(asset.type, parent.type) ? 'level' : null;
}
