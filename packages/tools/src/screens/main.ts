import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../bootstrap/project.mjs';
import { launchPhone, lookLike, type Server, signIn, startServer, waitUntilReady } from '../browser/index.ts';
import { contactSheet, type Picture } from './album.ts';
import { type Screen, screens, tour } from './screens.ts';

/** Every screen in two languages and three themes: one contact sheet each, in docs/screens. `npm run screens -- today library` takes only some. */
const FOLDER = join(root, 'docs/screens');
const LANGUAGES = ['fr', 'en'] as const;
const THEMES = ['clair', 'sombre', 'soleil'] as const;
const SETTLING_MS = 400;
const SHEETS = {
  phone: { size: { width: 390, height: 844 }, columns: 6, width: 390 },
  office: { size: { width: 1440, height: 900 }, columns: 2, width: 960 },
} as const;

interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
}

const wanted = process.argv.slice(2);
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const album = new Map<Screen, Picture[]>(chosen.map((screen) => [screen, []]));
const server = await startServer({ env: { DEMO: 'on' } });
const looks = LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ language, theme })));
try {
  for (const look of looks)
    for (const device of ['phone', 'office'] as const) {
      console.log(`${look.language}, ${look.theme}, ${device}`);
      await take(server, { device, look });
    }
} finally {
  await server.stop();
}
await mkdir(FOLDER, { recursive: true });
if (wanted.length === 0) for (const name of await readdir(FOLDER)) if (name.endsWith('.webp')) await rm(join(FOLDER, name));
for (const [{ device, name }, pictures] of album)
  await writeFile(join(FOLDER, `${device}-${name}.webp`), await contactSheet(pictures, SHEETS[device]));
if (wanted.length === 0)
  await writeFile(join(FOLDER, 'tour.webp'), await contactSheet(tour.flatMap(firstLook), { columns: tour.length, width: 320 }));
console.log(`${album.size} screens, ${looks.length} pictures each, in docs/screens`);

/** A screen of the phone as it is first seen. */
function firstLook(name: string): Picture[] {
  const [, pictures = []] = [...album].find(([screen]) => screen.device === 'phone' && screen.name === name) ?? [];
  return pictures.slice(0, 1);
}

/** All screens of one device in one look, person by person. */
async function take({ origin }: Server, { device, look }: { device: Screen['device']; look: Look }): Promise<void> {
  const group = chosen.filter((screen) => screen.device === device);
  for (const account of new Set(group.map(({ as }) => as))) {
    const { page, context, close } = await launchPhone({ origin, size: SHEETS[device].size, language: look.language });
    await lookLike(context, { ...look, textSize: 100 });
    if (account !== null) await signIn(page, account, device === 'phone' ? '/app' : '/office');
    if (account !== null && device === 'phone') await waitUntilReady(page);
    for (const screen of group.filter(({ as }) => as === account)) {
      await screen.open(page);
      await settled(page);
      album.get(screen)?.push({ label: `${look.language} · ${look.theme}`, png: await page.screenshot({ animations: 'disabled', caret: 'hide' }) });
    }
    await close();
  }
}

/** Everything fetched, letters and pictures in place, nothing moving. */
async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.waitForTimeout(SETTLING_MS);
  await page.locator('[class*=skeleton]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SETTLING_MS);
}
