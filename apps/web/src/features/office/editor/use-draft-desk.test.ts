import { organisationIdSchema, userIdSchema } from '@heliograph/domain';
import { emptyDraft } from '@heliograph/domain/procedure/draft';
import { expect, test } from 'vitest';
import { openDesk } from './use-draft-desk.ts';

const ORG = organisationIdSchema.parse('00000000-0000-4000-8000-000000000001');
const USER = userIdSchema.parse('00000000-0000-4000-8000-000000000002');
const identity = { org: { id: ORG }, user: { id: USER } };
const nothingKept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

test('who opens a procedure to look at it leaves no draft behind', () => {
  const { autosave } = openDesk({ slug: 'essai', revision: 0, document: emptyDraft('essai') }, identity, nothingKept);
  expect(autosave.state.get().kind).toBe('saved');
  autosave.close();
});
