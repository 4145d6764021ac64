import * as z from 'zod/mini';
import { fieldRoleSchema } from '../operation/index.ts';
import { verdict } from './consequences.ts';
import { defineStepKind } from './define.ts';

/**
 * A signature in one field role. Signatures are `sign` operations at the step's address, so nothing records a response:
 * the response is the roles that signed there. `pass` once the role asked for is among them.
 */
export const signature = defineStepKind({
  kind: 'signature',
  definition: z.strictObject({ role: fieldRoleSchema }),
  response: z.object({ roles: z.array(fieldRoleSchema) }),
  evaluate: (step, { roles }) => verdict(roles.includes(step.role) ? 'pass' : 'none'),
  summarize: (_step, { roles }) => ({ kind: 'count', count: roles.length }),
  blank: { role: 'technician' },
  example: { step: { role: 'lockout_officer' }, responses: [{ roles: ['technician'] }, { roles: ['technician', 'lockout_officer'] }] },
});
