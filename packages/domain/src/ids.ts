import * as z from 'zod/mini';

/** Lower-case uuid. Ids are made where the thing is first known (phone, browser, server), so the database never has to invent one. */
const uuid = (message: string) => z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, message));
const sha256 = (message: string) => z.string().check(z.regex(/^[0-9a-f]{64}$/, message));

export const organisationIdSchema = uuid('organisation id').brand<'OrganisationId'>();
/** A person. One account may be a member of several organisations; within one organisation this id names the member too. */
export const userIdSchema = uuid('user id').brand<'UserId'>();
export const executionIdSchema = uuid('execution id').brand<'ExecutionId'>();
export const operationIdSchema = uuid('operation id').brand<'OperationId'>();
/** One outbox, not one phone: a shared phone with two users holds two devices. */
export const deviceIdSchema = uuid('device id').brand<'DeviceId'>();
export const siteIdSchema = uuid('site id').brand<'SiteId'>();
export const assetIdSchema = uuid('asset id').brand<'AssetId'>();
export const procedureHashSchema = sha256('procedure hash').brand<'ProcedureHash'>();
export const photoHashSchema = sha256('photo hash').brand<'PhotoHash'>();

export type OrganisationId = z.infer<typeof organisationIdSchema>;
export type UserId = z.infer<typeof userIdSchema>;
export type ExecutionId = z.infer<typeof executionIdSchema>;
export type OperationId = z.infer<typeof operationIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type SiteId = z.infer<typeof siteIdSchema>;
export type AssetId = z.infer<typeof assetIdSchema>;
export type ProcedureHash = z.infer<typeof procedureHashSchema>;
export type PhotoHash = z.infer<typeof photoHashSchema>;

/**
 * A UUIDv7: 48 bits of wall-clock milliseconds, then 74 random bits. A wrong clock only harms index locality, never identity.
 * @param wallMs milliseconds since 1970; out-of-range clocks are clamped
 * @param random 10 random bytes
 */
export function uuidv7(wallMs: number, random: Uint8Array): string {
  const ms = Math.min(Math.max(Math.trunc(wallMs) || 0, 0), 2 ** 48 - 1);
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0');
  const byte = (at: number) => random[at] ?? 0;
  const time = hex(ms, 12);
  const a = hex(0x7000 | ((byte(0) & 0x0f) << 8) | byte(1), 4);
  const b = hex(0x8000 | ((byte(2) & 0x3f) << 8) | byte(3), 4);
  const c = Array.from({ length: 6 }, (_, k) => hex(byte(4 + k), 2)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${c}`;
}
