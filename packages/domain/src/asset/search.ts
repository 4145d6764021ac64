import type { Asset } from './context.ts';
import { byLabel } from './label-order.ts';

/** Words people and builders use for one thing, by their beginnings. The first is what a label's piece is reduced to. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['ond', 'onduleur', 'inv', 'inverter'],
  ['bj', 'boite', 'cb', 'combiner', 'box', 'coffret'],
  ['ch', 'chaine', 'str', 'string'],
  ['pt', 'poste', 'station', 'substation'],
  ['sec', 'section', 'tranche', 'bloc', 'block'],
  ['trk', 'tracker', 'suiveur'],
  ['tr', 'transfo', 'transformateur', 'transformer'],
  ['mod', 'module', 'panneau', 'panel'],
];

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** `PV1-PT02-OND07` becomes pv 1 pt 2 ond 7. */
const tokens = (text: string): readonly string[] => (plain(text).match(/[a-z]+|\d+/g) ?? []).map((piece) => synonym(piece.replace(/^0+(?=\d)/, '')));

const synonym = (piece: string): string => SYNONYMS.find((words) => words.includes(piece))?.[0] ?? piece;

const isNumber = (token: string): boolean => /^\d/.test(token);

/** A number matches itself, a word its beginning: "ond 7" is not OND70, but "ondul" is on its way to "onduleur". */
function matches(wanted: string, token: string): boolean {
  return isNumber(wanted)
    ? wanted === token
    : token.startsWith(wanted) || SYNONYMS.some((words) => words[0] === token && words.some((word) => word.startsWith(wanted)));
}

/**
 * Positions by a fragment of their name, code or serial number: "OND07", "ond 7" and "inv 7" find `PV1-PT02-OND07` first, then what hangs below it.
 * Several fragments may be far apart ("pt2 ch12"), in the order of the label.
 */
export function searchAssets(assets: readonly Asset[], typed: string, limit = 50): readonly Asset[] {
  const wanted = phrases(withoutOpening(tokens(typed)));
  if (wanted.length === 0) return [];
  const letters = compact(typed);
  const found = assets.flatMap((asset) => {
    const rank = rankOf(asset, wanted, letters);
    return rank === null ? [] : [{ asset, rank }];
  });
  return found
    .sort((a, b) => a.rank - b.rank || byLabel(a.asset.name, b.asset.name))
    .slice(0, limit)
    .map(({ asset }) => asset);
}

/** "ond 0" is on its way to "ond 07": a zero at the end says no number yet. */
const withoutOpening = (typed: readonly string[]): readonly string[] => (typed.length > 1 && typed.at(-1) === '0' ? typed.slice(0, -1) : typed);

/** A number belongs to the word before it: "ch 2" does not find CH1 of inverter 2. */
function phrases(wanted: readonly string[]): readonly (readonly string[])[] {
  const list: string[][] = [];
  for (const token of wanted) {
    const last = list.at(-1);
    if (last === undefined || !isNumber(token)) list.push([token]);
    else last.push(token);
  }
  return list;
}

const compact = (text: string): string => plain(text).replaceAll(/[^a-z0-9]/g, '');

/** How far the match is from the end of the label (0: it names this very position); null where nothing matches. */
function rankOf({ name, code, serial = '' }: Asset, wanted: readonly (readonly string[])[], letters: string): number | null {
  const marks = [compact(code), compact(serial)];
  if (marks.includes(letters)) return -1;
  const label = tokens(name);
  const end = endOf(label, wanted);
  if (end !== null) return label.length - end;
  return letters.length >= 3 && marks.some((mark) => mark.includes(letters)) ? label.length + 1 : null;
}

/** Where the last phrase ends in the label, each phrase whole and after the one before; null where one is not there. */
function endOf(label: readonly string[], wanted: readonly (readonly string[])[]): number | null {
  let from = 0;
  for (const phrase of wanted) {
    const at = label.findIndex((_, start) => start >= from && phrase.every((token, n) => matches(token, label[start + n] ?? '')));
    if (at < 0) return null;
    from = at + phrase.length;
  }
  return from;
}
