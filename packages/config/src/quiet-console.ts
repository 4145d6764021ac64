import { afterEach, beforeEach } from 'vitest';

let said: string[] = [];

/** Whatever complains on the console is a defect nobody looks at: the test that caused it fails. A test that wants the words spies on console itself. */
beforeEach(() => {
  said = [];
  console.error = (...words: unknown[]) => {
    said.push(words.map(String).join(' '));
  };
});

afterEach(() => {
  if (said.length > 0) throw new Error(`console.error was called:\n${said.join('\n')}`);
});
