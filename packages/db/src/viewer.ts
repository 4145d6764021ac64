import type { UserId } from '@heliograph/domain';
import { type Role, scopeOf } from '@heliograph/domain/permission';
import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { OrgTx } from './database.ts';
import type { Schema } from './schema.ts';

/** For whom rows are read. */
export interface Viewer {
  readonly user: UserId;
  readonly role: Role;
}

/** The rows of `execution` that a viewer may see: a technician's own, former ones included, and those of the sites they are assigned to. */
export function isVisibleExecution(tx: OrgTx, viewer: Viewer): Expression<SqlBool> {
  const row = expressionBuilder<Schema, 'execution'>();
  if (scopeOf(viewer) === 'organisation') return row.lit(true);
  return row.or([isOnCrew(tx, viewer.user), row('execution.siteId', 'in', assignedSites(tx, viewer.user))]);
}

/** The rows of `execution` that a person is, or ever was, on. */
export function isOnCrew(tx: OrgTx, person: UserId): Expression<SqlBool> {
  const row = expressionBuilder<Schema, 'execution'>();
  return row.exists(
    row
      .selectFrom('scope')
      .select('scope.executionId')
      .where('scope.orgId', '=', tx.org)
      .where('scope.userId', '=', person)
      .whereRef('scope.executionId', '=', 'execution.executionId'),
  );
}

/** Ids of the sites a person is assigned to now. */
export const assignedSites = (tx: OrgTx, user: UserId) =>
  expressionBuilder<Schema, never>()
    .selectFrom('siteScope')
    .select('siteScope.siteId')
    .where('siteScope.orgId', '=', tx.org)
    .where('siteScope.userId', '=', user)
    .where('siteScope.removedSeq', 'is', null);
