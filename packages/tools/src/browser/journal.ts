import { readFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { count } from '../test/counts.ts';

const LONGEST = 6000;

/**
 * What a list of names does not tell: the page as it was when a journey failed, for a run elsewhere leaves nothing but its output,
 * and at the end one table of what was counted (annotations of type `count`).
 */
export default class Journal implements Reporter {
  readonly #counts: string[] = [];

  onTestEnd({ title, annotations }: TestCase, { status, attachments }: TestResult): void {
    for (const { type, description = '' } of annotations) {
      if (type === 'count') this.#counts.push(`${description} · ${title}`);
      const [, times, what] = type === 'count' ? (/^(\d+) ([^,]+)/.exec(description) ?? []) : [];
      if (what !== undefined) count(what, Number(times));
    }
    if (status === 'passed' || status === 'skipped') return;
    for (const { name, path } of attachments) {
      if (name !== 'error-context' || path === undefined) continue;
      const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(path, 'utf8')) ?? [];
      console.log(`\nWhat the page showed when « ${title} » failed:\n${shown.slice(0, LONGEST)}`);
    }
  }

  onEnd(): void {
    if (this.#counts.length > 0) console.log(`\n${this.#counts.join('\n')}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
