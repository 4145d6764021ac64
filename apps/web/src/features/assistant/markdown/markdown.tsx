'use client';

import { Fragment, memo, type ReactNode } from 'react';
import { typographic } from '../../../platform/typography.ts';
import styles from './markdown.module.css';
import { type Block, blocksOf, closedUp, type Inline, type Item, inlinesOf, outlineOf } from './parse.ts';

interface MarkdownProps {
  readonly text: string;
  /** The chip of a source by its number; null where there is no such source. */
  source(number: number): ReactNode;
}

/** What a model wrote, as text: nothing in it is run, fetched or followed. */
export function Markdown({ text, source }: MarkdownProps) {
  return (
    <div className={styles.text}>
      {blocksOf(text).map((block, at) => (
        <ShownBlock key={at} block={block} source={source} />
      ))}
    </div>
  );
}

interface BlockProps {
  readonly block: Block;
  readonly source: MarkdownProps['source'];
}

/** Blocks that are finished are not drawn again while the answer goes on. */
const ShownBlock = memo(
  ({ block, source }: BlockProps) => {
    const runs = (text: string) => <Runs runs={inlinesOf(text)} source={source} />;
    switch (block.kind) {
      case 'heading':
        return <p className={styles.heading}>{runs(block.text)}</p>;
      case 'quote':
        return <blockquote className={styles.quote}>{runs(block.text)}</blockquote>;
      case 'code':
        return <pre className={styles.code}>{block.text}</pre>;
      case 'rule':
        return <hr className={styles.rule} />;
      case 'table':
        return <Grid block={block} runs={runs} />;
      case 'list':
        return <Items items={block.items} runs={runs} />;
      default:
        return <p className={styles.paragraph}>{runs(block.text)}</p>;
    }
  },
  (before, after) => before.source === after.source && JSON.stringify(before.block) === JSON.stringify(after.block),
);

/** A list, and the lists within its entries: each counts for itself, or has dashes. */
function Items({ items, runs }: { items: readonly Item[]; runs: (text: string) => ReactNode }) {
  const start = items[0]?.number ?? null;
  const Element = start === null ? 'ul' : 'ol';
  return (
    <Element className={styles.list} {...(start === null ? {} : { start })}>
      {outlineOf(items).map(({ item, inner }, at) => (
        <li key={at} className={styles.item}>
          {runs(item.text)}
          {inner.length > 0 && <Items items={inner} runs={runs} />}
        </li>
      ))}
    </Element>
  );
}

function Grid({ block: { head, rows }, runs }: { block: Extract<Block, { kind: 'table' }>; runs: (text: string) => ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is reached and scrolled by keyboard
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((text, at) => (
              <th key={at}>{runs(text)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {head.map((_, column) => (
                <td key={column}>{runs(row[column] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ runs, source }: { runs: readonly Inline[]; source: MarkdownProps['source'] }) {
  return closedUp(runs, (number) => source(number) !== null).map((run, at) => <Fragment key={at}>{shown(run, source)}</Fragment>);
}

function shown(run: Inline, source: MarkdownProps['source']): ReactNode {
  switch (run.kind) {
    case 'text':
      return typographic(run.text);
    case 'code':
      return <code className={styles.inlineCode}>{run.text}</code>;
    case 'strong':
      return (
        <strong>
          <Runs runs={run.children} source={source} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Runs runs={run.children} source={source} />
        </em>
      );
    case 'link':
      return (
        <a href={run.href} target="_blank" rel="noreferrer noopener">
          {run.text} ({run.host})
        </a>
      );
    case 'source':
      return run.numbers.map((number) => <Fragment key={number}>{source(number)}</Fragment>);
  }
}
