import type { PageConfig } from 'next';

export const config: PageConfig = { unstable_runtimeJS: false };

/** An address outside both shells. It is served to whoever asks, so it speaks both languages. */
export default function NotFound() {
  return (
    <main>
      <h1>Page introuvable · Page not found</h1>
      <p>
        <a href="/">Heliograph</a>
      </p>
    </main>
  );
}
