import { type Severity, severitySchema } from '@heliograph/domain';

/** A severity as a list's value says it. */
export function severityIn(value: string | undefined): Severity | undefined {
  const parsed = severitySchema.safeParse(Number(value));
  return parsed.success ? parsed.data : undefined;
}
