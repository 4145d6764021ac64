'use client';

import type { UserId } from '@heliograph/domain';
import { useMemo } from 'react';
import { useField, useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { givenMessages } from './given-messages.ts';

/** What people of the organisation are called; somebody who left it is a colleague. */
export function useNameOf(): (user: UserId) => string {
  const t = useMessages(givenMessages);
  const { user } = useField().identity;
  const people = useRefs('person');
  const names = useMemo(() => new Map(people?.map(({ id, name }) => [id, name])), [people]);
  return (id) => names.get(id) ?? (id === user.id ? user.name : t.somebody);
}
