'use client';

import dynamic from 'next/dynamic';
import { Splash } from '../../features/shell/splash.tsx';

/** The application lives in the browser alone: nothing of it is rendered on the server. */
export const FieldEntry = dynamic(() => import('../../features/field-app.tsx'), { ssr: false, loading: Splash });
