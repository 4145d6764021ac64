/** A run of a line. Links are words with the host they would lead to: nothing of an answer is fetched or followed by itself. */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly host: string }
  | { readonly kind: 'source'; readonly numbers: readonly number[] };

/** An entry of a list; `number` is null behind a dash. */
export interface Item {
  readonly text: string;
  readonly depth: number;
  readonly number: number | null;
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly start: number;
      readonly items: readonly Item[];
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const ITEM = /^(\s*)(?:[-*+•]|(\d{1,4})[.)])\s+(.*)$/;
const FENCE = /^\s*(```|~~~)/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const TABLE_LINE = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;

/**
 * The blocks of an answer: the Markdown that models write, and no HTML, which stays the text it is. An answer that is still being written
 * is whole at every moment: an open fence reaches to the end.
 */
export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const [block, next] = blockAt(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

function blockAt(lines: readonly string[], at: number): [Block | null, number] {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [null, at + 1];
  if (FENCE.test(line)) return fenced(lines, at + 1);
  if (RULE.test(line)) return [{ kind: 'rule' }, at + 1];
  const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/.exec(line);
  if (heading !== null) return [{ kind: 'heading', text: heading[1] ?? '' }, at + 1];
  if (line.includes('|') && TABLE_LINE.test(lines[at + 1] ?? '')) return table(lines, at);
  if (ITEM.test(line)) return list(lines, at);
  if (/^\s*>/.test(line)) return taken(lines, at, { kind: 'quote', goesOn: (one) => /^\s*>/.test(one), clean: (one) => one.replace(/^\s*>\s?/, '') });
  const goesOn = (one: string) => one.trim() !== '' && !FENCE.test(one) && !ITEM.test(one) && !/^(#{1,6}\s|\s*>)/.test(one);
  return taken(lines, at, { kind: 'paragraph', goesOn, clean: (one) => one.trim() });
}

interface Taking {
  readonly kind: 'quote' | 'paragraph';
  goesOn(line: string): boolean;
  clean(line: string): string;
}

function taken(lines: readonly string[], from: number, { kind, goesOn, clean }: Taking): [Block, number] {
  let to = from + 1;
  while (to < lines.length && goesOn(lines[to] ?? '')) to += 1;
  return [{ kind, text: lines.slice(from, to).map(clean).join('\n') }, to];
}

function fenced(lines: readonly string[], from: number): [Block, number] {
  let to = from;
  while (to < lines.length && !FENCE.test(lines[to] ?? '')) to += 1;
  return [{ kind: 'code', text: lines.slice(from, to).join('\n') }, to + 1];
}

function list(lines: readonly string[], from: number): [Block, number] {
  const items: { text: string; depth: number; number: number | null }[] = [];
  const first = ITEM.exec(lines[from] ?? '');
  let to = from;
  for (; to < lines.length; to += 1) {
    const line = lines[to] ?? '';
    const found = ITEM.exec(line);
    const last = items.at(-1);
    if (found !== null)
      items.push({
        text: found[3] ?? '',
        depth: Math.min(Math.floor((found[1] ?? '').length / 2), 3),
        number: found[2] === undefined ? null : Number(found[2]),
      });
    else if (/^\s{2,}\S/.test(line) && last !== undefined) last.text += `\n${line.trim()}`;
    else if (line.trim() !== '' || !ITEM.test(lines[to + 1] ?? '')) break;
  }
  return [{ kind: 'list', isOrdered: first?.[2] !== undefined, start: Number(first?.[2] ?? 1), items }, to];
}

/** The outer entries, each with those that stand within it. */
export function outlineOf(items: readonly Item[]): readonly { readonly item: Item; readonly inner: readonly Item[] }[] {
  const outline: { item: Item; inner: Item[] }[] = [];
  for (const item of items) {
    const last = outline.at(-1);
    if (last !== undefined && item.depth > last.item.depth) last.inner.push(item);
    else outline.push({ item, inner: [] });
  }
  return outline;
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((one) => one.trim());

function table(lines: readonly string[], from: number): [Block, number] {
  let to = from + 2;
  while (to < lines.length && (lines[to] ?? '').includes('|')) to += 1;
  return [{ kind: 'table', head: cellsOf(lines[from] ?? ''), rows: lines.slice(from + 2, to).map(cellsOf) }, to];
}

/** Longest first: an image is its description, a link its words, a number in brackets a source. */
const INLINE =
  /(?<code>`[^`\n]+`)|(?<image>!\[[^\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\))|(?<link>\[[^\]\n]+\]\((?:[^()\s\n]|\([^()\s\n]*\))+\))|(?<source>[[【]\^?\s*(?:sources?\s*)?\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*(?:†[^\]】\n]*)?[\]】])|(?<strong>\*\*(?=\S)[^\n]+?\*\*|__(?=\S)[^\n]+?__)|(?<em>\*(?=\S)[^*\n]+?\*|(?<![\p{L}\p{N}])_(?=\S)[^_\n]+?_(?![\p{L}\p{N}]))/giu;

export function inlinesOf(text: string): readonly Inline[] {
  const runs: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) runs.push({ kind: 'text', text: text.slice(at, match.index) });
    runs.push(inlineOf(match[0], match.groups ?? {}));
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ kind: 'text', text: text.slice(at) });
  return runs;
}

/** Where a number names no source nothing is shown: then no gap stands before the full stop that follows either. */
export const closedUp = (runs: readonly Inline[], isSource: (number: number) => boolean): readonly Inline[] =>
  runs.map((run, at) => {
    const next = runs[at + 1];
    const isBeforeNothing = next?.kind === 'source' && !next.numbers.some(isSource);
    return isBeforeNothing && run.kind === 'text' ? { ...run, text: run.text.trimEnd() } : run;
  });

function inlineOf(whole: string, groups: Readonly<Record<string, string | undefined>>): Inline {
  if (groups['code'] !== undefined) return { kind: 'code', text: whole.slice(1, -1) };
  if (groups['image'] !== undefined) return { kind: 'text', text: /^!\[([^\]]*)/.exec(whole)?.[1] ?? '' };
  if (groups['link'] !== undefined) return linkOf(whole);
  if (groups['source'] !== undefined) return { kind: 'source', numbers: (whole.split('†')[0]?.match(/\d+/g) ?? []).map(Number) };
  if (groups['strong'] !== undefined) return { kind: 'strong', children: inlinesOf(whole.slice(2, -2)) };
  return { kind: 'em', children: inlinesOf(whole.slice(1, -1)) };
}

/** Only plain web addresses lead anywhere, and a person sees to which host before pressing. */
function linkOf(whole: string): Inline {
  const [, text = '', address = ''] = /^\[([^\]]+)\]\((.+)\)$/.exec(whole) ?? [];
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'https:' || url.username !== '') return { kind: 'text', text };
  return { kind: 'link', text, href: url.href, host: url.host };
}
