'use client';

import dynamic from 'next/dynamic';
import { Splash } from '../../features/shell/splash.tsx';

export const OfficeEntry = dynamic(() => import('../../features/office-app.tsx'), { ssr: false, loading: Splash });
