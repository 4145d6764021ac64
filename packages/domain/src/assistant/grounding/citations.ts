import type { Source } from './source.ts';

export interface Citation {
  /** As it stands in the answer, from 1. */
  readonly number: number;
  readonly source: Source;
}

export interface Citations {
  /** In the order of their numbers, each once. */
  readonly cited: readonly Citation[];
  /** Numbers that name nothing we gave: not to be shown as chips. */
  readonly unknown: readonly number[];
}

/** Numbers between brackets: `[1]`, `[1, 3]`, `[^2]`, `【1】`. */
const MARK = /[[【]\^?\s*(?:sources?\s*)?(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*(?:†[^\]】]*)?[\]】]/giu;

/** What an answer rests on. Nothing cited: the screen says that the answer has no source. */
export function citationsOf(answer: string, sources: readonly Source[]): Citations {
  const numbers = [...new Set([...answer.matchAll(MARK)].flatMap(([, list = '']) => list.split(/[,;]/).map(Number)))].toSorted((a, b) => a - b);
  const cited = numbers.flatMap((number) => {
    const source = sources[number - 1];
    return source === undefined ? [] : [{ number, source }];
  });
  return { cited, unknown: numbers.filter((number) => sources[number - 1] === undefined) };
}
