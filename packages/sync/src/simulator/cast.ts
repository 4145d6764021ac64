import {
  type ExecutionId,
  executionIdSchema,
  type OrganisationId,
  organisationIdSchema,
  procedureHashSchema,
  siteIdSchema,
  type UserId,
  userIdSchema,
} from '@heliograph/domain';
import type { Sender } from '../server/index.ts';
import type { Plan } from './memory-server.ts';

const uuid = (family: string, n: number) => `00000000-0000-4000-8000-${family}${n.toString(16).padStart(12 - family.length, '0')}`;

export interface Person {
  readonly org: OrganisationId;
  readonly user: UserId;
}

export const ORGANISATIONS = [1, 2].map((n) => organisationIdSchema.parse(uuid('a', n)));
const [FIRST, SECOND] = ORGANISATIONS;
if (FIRST === undefined || SECOND === undefined) throw new Error('two organisations');

const person = (org: OrganisationId, n: number): Person => ({ org, user: userIdSchema.parse(uuid('b', n)) });
/** Three colleagues, and a stranger whose rows nobody else may ever see. */
export const PEOPLE: readonly Person[] = [person(FIRST, 1), person(FIRST, 2), person(FIRST, 3), person(SECOND, 4)];

/** Executions that the office planned, by organisation; more come from ad hoc starts. */
export const PLANNED: ReadonlyMap<OrganisationId, readonly ExecutionId[]> = new Map([
  [FIRST, [1, 2, 3, 4].map((n) => executionIdSchema.parse(uuid('e', n)))],
  [SECOND, [5, 6].map((n) => executionIdSchema.parse(uuid('e', n)))],
]);

export const STEPS = ['a', 'b', 'c'] as const;
export const PLAN: Plan = {
  procedure: procedureHashSchema.parse('ab'.repeat(32)),
  steps: new Set(STEPS),
  openSite: siteIdSchema.parse(uuid('5', 1)),
};

/** Who gives work at a desk; has no phone. */
export const supervisorOf = (org: OrganisationId): Sender => ({
  ...{ org, role: 'supervisor', deliverOnly: false },
  user: userIdSchema.parse(uuid('c', ORGANISATIONS.indexOf(org))),
});

export const senderOf = ({ org, user }: Person): Sender => ({ org, user, role: 'technician', deliverOnly: false });
