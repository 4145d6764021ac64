import { type Envelope, utf8 } from '@heliograph/domain';
import type { Hasher } from '../phone/ports.ts';
import { CHECK_DIGITS, MAGIC, RESCUE_VERSION, type RescueHead } from './format.ts';

/** The text of a rescue file; the photos' bytes follow it in the head's order. */
export async function writeRescue(head: Omit<RescueHead, 'operations'>, operations: readonly Envelope[], hasher: Hasher): Promise<Uint8Array> {
  const lines = [{ ...head, operations: operations.length }, ...operations].map((line) => JSON.stringify(line));
  const checked = await Promise.all(lines.map(async (line) => `${await checkOf(line, hasher)} ${line}\n`));
  const text = utf8(checked.join(''));
  const start = utf8(`${MAGIC} ${RESCUE_VERSION} ${text.byteLength}\n`);
  const whole = new Uint8Array(start.byteLength + text.byteLength);
  whole.set(start);
  whole.set(text, start.byteLength);
  return whole;
}

export const checkOf = async (line: string, hasher: Hasher): Promise<string> => (await hasher.sha256(utf8(line))).slice(0, CHECK_DIGITS);
