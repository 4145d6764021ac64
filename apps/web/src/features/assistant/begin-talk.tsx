'use client';

import { useEffect } from 'react';
import { navigate, usePlace } from '../../platform/router.ts';
import { newTalk } from './fresh.ts';

/** The address of no conversation yet: gives it an id, and keeps what the address attaches. */
export function BeginTalk({ home }: { home: string }) {
  const { search } = usePlace();
  useEffect(() => navigate(`${home}/${newTalk()}${search}`, { isReplaced: true }), [home, search]);
  return null;
}

/** In place of an id: a door from elsewhere. */
export const isBeginning = (id: string | undefined): boolean => id === 'new';
