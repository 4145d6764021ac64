import type { PageConfig } from 'next';
import dynamic from 'next/dynamic';
import { Splash } from '../features/shell/splash.tsx';

const FieldApp = dynamic(() => import('../features/field-app.tsx'), { ssr: false, loading: Splash });

/** The built page runs `src/entries/field.tsx`, without Next's own 40 kB: nothing in it is navigated or hydrated by Next. */
export const config: PageConfig = { unstable_runtimeJS: false };

/** The field: one static page for every address below `/app`. The application itself lives in the browser alone. */
export default function FieldShell() {
  return <FieldApp />;
}
