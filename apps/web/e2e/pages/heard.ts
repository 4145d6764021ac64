import type { Phone } from '@heliograph/tools/browser';

/** Whatever ran that nobody meant to run, or was kept from running by the page's policy. */
export function listen({ page }: Phone): readonly string[] {
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && heard.push(message.text()));
  return heard;
}
