'use client';

import dynamic from 'next/dynamic';

export const PreviewEntry = dynamic(() => import('@heliograph/ui/gallery').then(({ Gallery }) => Gallery), { ssr: false });
