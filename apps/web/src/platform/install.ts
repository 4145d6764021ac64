import { cell, useReadable } from './readable.ts';

/** Chromium's own event; no other browser has it. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const prompt = cell<InstallPrompt | null>(null);

/** Keeps the browser's offer to install, so that it can be made where it means something. Returns what ends it. */
export function startInstall(): () => void {
  const over = new AbortController();
  const { signal } = over;
  addEventListener(
    'beforeinstallprompt',
    (event) => {
      event.preventDefault();
      // The event of this name is this one.
      prompt.set(event as InstallPrompt);
    },
    { signal },
  );
  addEventListener('appinstalled', () => prompt.set(null), { signal });
  return () => over.abort();
}

/** `prompt`: `ask` opens the browser's own question. `ios`: the three steps are to be shown. `none`: installed, or not possible here. */
export interface Install {
  readonly kind: 'none' | 'prompt' | 'ios';
  ask(): Promise<void>;
}

export function useInstall(): Install {
  const offered = useReadable(prompt);
  const ask = async () => {
    prompt.set(null);
    await offered?.prompt();
  };
  if (offered !== null) return { kind: 'prompt', ask };
  return { kind: isIosTab() ? 'ios' : 'none', ask };
}

const isIosTab = (): boolean =>
  // Only WebKit on iOS knows it, outside every standard.
  'standalone' in navigator && navigator.standalone === false;
