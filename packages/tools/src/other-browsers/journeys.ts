import type { Server } from '../browser/server.ts';
import { PASSWORD } from '../browser/sign-in.ts';
import { type Page, until } from './driver.ts';
import { openOffice } from './office.ts';

export interface Stage {
  readonly page: Page;
  readonly server: Server;
  /** The same server again, on its port and its data. */
  restart(): Promise<Server>;
}

/** What a browser of another make is asked to do: the network is taken away by ending the server, which is the honest way. */
export async function workWithoutServer({ page, server, restart }: Stage, done: (promise: string) => void): Promise<void> {
  const work = await (await openOffice(server.origin)).giveWork('Camille');
  await signIn(page, server.origin);
  await until('“ready for the field”', () => shows(page, 'Prêt pour le terrain'));
  await until('a worker that controls the page', () => page.run(() => navigator.serviceWorker.controller?.state === 'activated'));
  await page.goto(`${server.origin}/app/work/${work}`);
  await press(page, 'Commencer');
  await until('the first step', () => page.run(() => /\/app\/executions\/[^/]+\/steps\//.test(location.pathname)));
  await until('everything sent', () => shows(page, 'Tout est envoyé'));
  await server.stop();

  await page.goto(`${server.origin}/app/emergency`);
  await until('a title, at an address never visited', () => page.run(() => document.querySelector('h1')?.textContent !== undefined));
  done('opens without a server, at an address that was never visited');

  await page.goto(`${server.origin}/app/executions/${work}/steps/s03`);
  await until('the step', () => page.run(() => document.querySelector('textarea') !== null));
  await page.run(write, 'Code 0x24.');
  await until('its tick', () => shows(page, 'Enregistré sur ce téléphone'));
  await page.goto(`${server.origin}/app/executions/${work}/steps/s03`);
  await until('the answer, in another life of the page', () => page.run(() => document.querySelector('textarea')?.value === 'Code 0x24.'));
  done('keeps an answer through a reload while nobody can be reached');

  const back = await restart();
  await page.goto(`${back.origin}/app`);
  await until('everything sent again', () => shows(page, 'Tout est envoyé'));
  const office = await openOffice(back.origin);
  const written = await office.writtenAt(work, 's03');
  if (written.join() !== 'Code 0x24.') throw new Error(`The office holds ${JSON.stringify(written)}.`);
  done('delivers it once, when the server is back');
}

const shows = (page: Page, words: string): Promise<boolean> => page.run((text) => document.body.textContent.includes(text), words);

async function press(page: Page, label: string): Promise<void> {
  await until(`the button “${label}”`, () => page.run(pressed, label));
}

function pressed(label: string): boolean {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label && !one.disabled);
  button?.click();
  return button !== undefined;
}

/** As a keyboard would: the value is set past React, which is then told. */
function write(text: string): void {
  const field = document.querySelector('textarea');
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
  field?.focus();
  field?.dispatchEvent(new Event('input', { bubbles: true }));
  field?.blur();
}

async function signIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/app`);
  await page.run(() => localStorage.setItem('heliograph.preferences:device', JSON.stringify({ language: 'fr', theme: 'system', textSize: 100 })));
  await page.goto(`${origin}/app`);
  await until('the form', () => page.run(() => document.querySelector('input[type=password]') !== null));
  await page.run(fillIn, { email: 'tech@demo.test', password: PASSWORD });
  await until('the first screen', () => page.run(() => document.querySelector('input[type=password]') === null));
}

function fillIn(values: Readonly<Record<string, string>>): void {
  for (const [type, value] of Object.entries(values)) {
    const input = document.querySelector(`input[type=${type}]`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  document.querySelector('form')?.requestSubmit();
}
