'use client';

import { findGround, type Ground } from '@heliograph/offline';
import { useEffect, useState } from 'react';

/** Tried once a page load: it writes to the disk and reads back. */
let found: Promise<Ground> | null = null;

/** Whether work may be recorded in this browser; `ready` until the try is over. */
export function useGround(): Ground {
  const [ground, setGround] = useState<Ground>('ready');
  useEffect(() => {
    found ??= findGround(window);
    void found.then(setGround);
  }, []);
  return ground;
}
