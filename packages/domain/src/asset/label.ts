import { storable } from '../text.ts';
import type { Asset } from './context.ts';
import { isOfType } from './equipment.ts';

const LINK = /^(?:https?:\/\/[^/?#]+)?\/app\/a\/([^/?#]+)/i;

/** What a scanned or typed label says: the code in one of our links (`https://…/app/a/{code}`), or the bare text. */
export function labelCode(scanned: string): string {
  const text = storable(scanned).trim();
  const [, code] = LINK.exec(text) ?? [];
  return code === undefined ? text : decoded(code);
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    // Not percent-encoded after all: somebody printed the code as it is.
    return code;
  }
}

/** The position a label belongs to: by our own code, else by the serial number of the unit; null for a code nobody here knows. */
export function assetByLabel(assets: readonly Asset[], scanned: string): Asset | null {
  const code = labelCode(scanned).toLowerCase();
  if (code === '') return null;
  return assets.find((asset) => asset.code.toLowerCase() === code) ?? assets.find(({ serial }) => serial?.toLowerCase() === code) ?? null;
}

/**
 * Whether a scanned position should be confirmed before going on: it is not of a type the step expects, or lies elsewhere than the one in hand.
 * @param related ids of the asset in hand, its ancestors and its descendants; null where no asset is in hand
 */
export const isMismatch = (scanned: Asset, expects: readonly string[], related: ReadonlySet<string> | null): boolean =>
  !expects.some((wanted) => isOfType(scanned.type, wanted)) || (related !== null && !related.has(scanned.id));

/** What our label of a position opens. The code and not a serial number: it stays when the unit is exchanged, and needs no network to be read. */
export const labelPath = (code: string): string => `/app/a/${encodeURIComponent(code)}`;

/** What the square of a label holds. @param origin where this installation is reached, without a slash at the end */
export const labelText = (origin: string, code: string): string => `${origin}${labelPath(code)}`;
