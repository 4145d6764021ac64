import type { PageConfig } from 'next';
import { CHOOSE_SHELL } from '../platform/last-shell.ts';

export const config: PageConfig = { unstable_runtimeJS: false };

/** The address people type: it leads to the field or to the office before anything is painted. */
export default function Home() {
  return (
    <main>
      {/* Our own constant; its hash is in the content policy. */}
      <script dangerouslySetInnerHTML={{ __html: CHOOSE_SHELL }} />
      <noscript>
        <p>Heliograph a besoin de JavaScript. · Heliograph needs JavaScript.</p>
      </noscript>
      <p>
        <a href="/app">Terrain · Field</a> — <a href="/office">Bureau · Office</a>
      </p>
    </main>
  );
}
