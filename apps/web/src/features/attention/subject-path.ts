import { type Envelope, subjectKindOf } from '@heliograph/domain';

/** Where what a record is about is shown. */
export const pathToSubject = (operation: Envelope): string =>
  subjectKindOf(operation) === 'tip' ? '/app/tips?mine' : `/app/executions/${operation.x}`;
