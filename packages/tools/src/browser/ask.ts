import type { Page } from '@playwright/test';

/** A question to the API, under the session of the page. */
export async function ask<Answer>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await page.request.get(`/api/trpc/${procedure}${query}`);
  if (!answer.ok()) throw new Error(`${procedure} was answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()).result.data;
}

/** An act, under the session of the page. */
export async function tell(page: Page, procedure: string, input: unknown): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`/api/trpc/${procedure}`, { data: input, headers: { origin } });
  if (!answer.ok()) throw new Error(`${procedure} was answered ${answer.status()}: ${await answer.text()}`);
}
