/**
 * One workbook, one process: reads the file from standard input and writes the report. Started by `open-xlsform.ts`, killed when it takes too long.
 * Whoever sends a file chooses what the readers meet; here they have no secrets, no database and a short life.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { reportOn } from './report.ts';

const wishSchema = z.object({
  name: z.string(),
  language: z.enum(['fr', 'en']),
  category: z.optional(z.string()),
  equipment: z.optional(z.array(z.string())),
});

/** This process's own peak; what `resourceUsage` says is inherited from whoever started it. Null where the system does not tell. */
function peakKilobytes(): number | null {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN);
  } catch {
    return null;
  }
}

const wish = wishSchema.parse(JSON.parse(process.argv[2] ?? ''));
const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece);
const report = await reportOn(Buffer.concat(pieces), wish);
process.stdout.write(JSON.stringify({ report, peakKilobytes: peakKilobytes() }));
