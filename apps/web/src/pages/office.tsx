import type { PageConfig } from 'next';
import dynamic from 'next/dynamic';
import { Splash } from '../features/shell/splash.tsx';

const OfficeApp = dynamic(() => import('../features/office-app.tsx'), { ssr: false, loading: Splash });

/** As for the field: `src/entries/office.tsx`. */
export const config: PageConfig = { unstable_runtimeJS: false };

/** The office: one static page for every address below `/office`. */
export default function OfficeShell() {
  return <OfficeApp />;
}
