import type { Page } from '@playwright/test';
import { findStep } from '../../browser/demo-data.ts';
import { launchPhone, type Phone, type Server, signIn, waitUntilReady } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { TECHNICIAN } from '../server/client.ts';
import { instrument } from './instrument.ts';

/** The phone of the bars: a processor six times slower than this machine's. */
export const PHONE_RATE = 6;
/** The phone of better days, of the bars that name it: four times slower. */
export const MID_PHONE_RATE = 4;

export interface Lab {
  readonly server: Server;
  readonly phone: Phone;
}

/** The built application with its demonstration, and the technician signed in on a phone that keeps notes. */
export async function withLab<Result>(work: (lab: Lab) => Promise<Result>, switches: readonly string[] = []): Promise<Result> {
  const server = await startDemo();
  try {
    const phone = await launchPhone({ origin: server.origin, switches });
    try {
      await instrument(phone.page);
      await signIn(phone.page, TECHNICIAN);
      await waitUntilReady(phone.page);
      await phone.page.evaluate(() => navigator.serviceWorker.ready);
      return await work({ server, phone });
    } finally {
      await phone.close();
    }
  } finally {
    await server.stop();
  }
}

/** Opens a step of this kind in a run that is under way. */
export async function openStep(page: Page, kind: string): Promise<void> {
  const { execution, id } = await findStep(page, kind, { isPlain: true });
  await page.goto(`/app/executions/${execution}/steps/${id}`);
  await page.getByRole('progressbar').waitFor();
}
