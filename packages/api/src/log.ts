import type { LogLevel } from './env.ts';

/** What a line may say: ids, counts, codes, durations. Never content, a token, an e-mail. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** @param error its stack goes to the log, and nowhere else */
  error(message: string, error: unknown, fields?: LogFields): void;
  /** The same log with fields on every line. */
  with(fields: LogFields): Log;
}

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** One JSON object a line. */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stdout.write(`${line}\n`), common: LogFields = {}): Log {
  const line = (at: Exclude<LogLevel, 'silent'>, message: string, fields: LogFields = {}) => {
    if (ORDER.indexOf(at) >= ORDER.indexOf(level))
      write(JSON.stringify({ time: new Date().toISOString(), level: at, message, ...common, ...fields }));
  };
  return {
    debug: (message, fields) => line('debug', message, fields),
    info: (message, fields) => line('info', message, fields),
    warn: (message, fields) => line('warn', message, fields),
    error: (message, error, fields) =>
      line('error', message, { ...fields, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    with: (fields) => createLog(level, write, { ...common, ...fields }),
  };
}
