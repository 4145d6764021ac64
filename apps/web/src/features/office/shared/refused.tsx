'use client';

import { Notice } from '@heliograph/ui';
import type { ReactNode } from 'react';
import { IntoSight } from './into-sight.tsx';

/** Why the server did not do what a form asked for; said before its fields, and brought into sight of who pressed at its end. */
export const Refused = ({ children }: { children: ReactNode }) => (
  <IntoSight>
    <Notice tone="watch" isLive>
      {children}
    </Notice>
  </IntoSight>
);
