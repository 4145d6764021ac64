import { expect, test } from '@heliograph/tools/browser';
import { allSent, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';

test('an answer of a newer app is shown as one that is there, never as an empty step', async ({ openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND03' });
  await allSent(page);
  await page.route('**/api/trpc/sync.exchange', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: fromNewerApp(await answer.json()) });
  });
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write('Code 0x24.');
  await allSent(page);
  await page.reload();
  await expect(page.getByText('Réponse d’une application plus récente')).toBeVisible();
  await expect(page.getByText(/gardée telle quelle/)).toBeVisible();
  await page.goto(`/app/executions/${x}`);
  await expect(page.getByRole('button', { name: /Réponse d’une application plus récente/ })).toBeVisible();
});

interface Told {
  readonly result: { readonly data: { readonly ops?: Row[]; readonly full?: readonly { readonly ops: Row[] }[] } };
}
type Row = { readonly s?: string; v: number };

/** The same answer of the server, where the records of a step were made by an app that writes them in a way this build does not know. */
function fromNewerApp(told: Told): Told {
  const { ops = [], full = [] } = told.result.data;
  for (const row of [...ops, ...full.flatMap((one) => one.ops)]) if (row.s === 's03') row.v = 9;
  return told;
}
