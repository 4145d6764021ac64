import type { Role } from './permissions.ts';

/** How a person stands to an execution, asset, finding or history. Sites' own rows have no crew. */
export interface Subject {
  /** Whether the person is, or ever was, on the crew. */
  readonly onCrew: boolean;
  /** Whether the person is assigned to its site. */
  readonly onSite: boolean;
}

/** Which rows of an organisation a person sees: all of them, or those that `maySee` names. For builders of queries. */
export type Scope = 'organisation' | 'own';

/** Technicians see what they are or were on and what lies on their sites; supervisors and admins see the organisation (decision 4). */
export const scopeOf = ({ role }: { role: Role }): Scope => (role === 'technician' ? 'own' : 'organisation');

/** The same rule for one row. A query that lists under the scope `own` must give exactly the rows for which this is true. */
export const maySee = (actor: { role: Role }, { onCrew, onSite }: Subject): boolean => scopeOf(actor) === 'organisation' || onCrew || onSite;

export const maySeeExecution = maySee;
/** Assets, findings and site history are seen by site; having worked on one execution there opens nothing else. */
export const maySeeSite = (actor: { role: Role }, { onSite }: Pick<Subject, 'onSite'>): boolean => maySee(actor, { onCrew: false, onSite });
