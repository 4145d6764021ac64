import { type Block, blocksOf, type Inline, inlinesOf } from './parse.ts';

/** An answer as plain lines, for places that know no Markdown: a remark of a step, a message to a colleague. Marks and numbers of sources are left out. */
export const plainOf = (markdown: string): string =>
  blocksOf(markdown)
    .map(linesOf)
    .filter((lines) => lines !== '')
    .join('\n');

function linesOf(block: Block): string {
  switch (block.kind) {
    case 'rule':
      return '';
    case 'code':
      return block.text;
    case 'list':
      return numbered(block);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(said).join(' · ')).join('\n');
    default:
      return said(block.text);
  }
}

/** Items of the outer list are counted; those within it, and those without numbers, have a dash. */
function numbered({ items, isOrdered, start }: Extract<Block, { kind: 'list' }>): string {
  let at = start;
  return items.map(({ text, depth }) => `${'  '.repeat(depth)}${isOrdered && depth === 0 ? `${at++}.` : '–'} ${said(text)}`).join('\n');
}

/** Where the number of a source stood before a full stop, no gap is left. */
const said = (text: string): string => wordsOf(inlinesOf(text)).replace(/ +(?=[.,)]|$)/gm, '');

const wordsOf = (runs: readonly Inline[]): string => runs.map(wordsIn).join('');

function wordsIn(run: Inline): string {
  switch (run.kind) {
    case 'source':
      return '';
    case 'link':
      return `${run.text} (${run.href})`;
    case 'strong':
    case 'em':
      return wordsOf(run.children);
    default:
      return run.text;
  }
}
