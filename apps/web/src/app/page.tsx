import { CHOOSE_SHELL } from '../platform/last-shell.ts';

export const dynamic = 'force-static';

/** The address people type: it leads to the field or to the office. */
export default function Home() {
  return (
    <main>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; its hash is in the content policy */}
      <script dangerouslySetInnerHTML={{ __html: CHOOSE_SHELL }} />
      <noscript>
        <p>Heliograph a besoin de JavaScript. · Heliograph needs JavaScript.</p>
      </noscript>
      <p>
        <a href="/app">Terrain</a> · <a href="/office">Bureau</a>
      </p>
    </main>
  );
}
