import { conversationIdSchema } from '@heliograph/domain/assistant';
import type { ModelServer } from '@heliograph/tools/browser';
import { type Desk, openDesk } from './desk.ts';

/** Markup and code, as somebody may well write them. */
export const NAUGHTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea></title><b>',
  '{{7*7}} \u0024{7*7}',
  'javascript:alert(1)',
];
/** As a name, with a word that no line holds. */
export const NAUGHTY_NAME = `${NAUGHTY.slice(0, 2).join(' ')} ${'œ'.repeat(48)}`;
export const NAUGHTY_TEXT = `${NAUGHTY.join(' ')} [lien](javascript:alert(1)) ![](x)`;

const MODEL = 'conteuse';
const both = { fr: NAUGHTY_NAME, en: NAUGHTY_NAME };

/** What an organisation's people have written, everywhere that lists show. */
export interface NaughtyPlant {
  readonly site: string;
  readonly asset: string;
  readonly procedure: { readonly slug: string; readonly hash: string };
  readonly tip: string;
  readonly conversation: string;
}

/** @param models one that says what it should not; asked for answers and for analyses of photos from here on */
export async function naughtyPlant(server: { readonly origin: string }, models: ModelServer): Promise<NaughtyPlant> {
  const admin = await openDesk(server, 'admin@demo.test');
  const { asset: known } = await admin.ask('asset.get', { code: 'GAR-OND08' });
  const site = await admin.tell('site.create', { name: NAUGHTY_NAME, code: 'NAUGHTY', timeZone: 'Europe/Paris' });
  const asset = await admin.tell('asset.create', {
    site: known.site,
    type: 'string_inverter',
    name: NAUGHTY_NAME,
    code: 'NAUGHTY-1',
    serial: NAUGHTY[0],
  });
  await admin.tell('person.invite', { email: 'naughty@demo.test', name: NAUGHTY_NAME, role: 'technician', language: 'fr' });
  const tip = await admin.tell('tip.create', {
    ...{ title: both, content: { fr: NAUGHTY_TEXT, en: NAUGHTY_TEXT }, language: null, category: 'safety', tags: [NAUGHTY[0] ?? ''] },
    ...{ links: {}, photos: [], submit: true },
  });
  await admin.tell('tip.approve', { id: tip.id, revision: tip.revision });
  return { site: site.id, asset: asset.id, tip: tip.id, procedure: await publish(admin), conversation: await talk(admin, models) };
}

async function publish(admin: Desk): Promise<NaughtyPlant['procedure']> {
  const { slug, revision, document } = await admin.tell('procedure.duplicate', { slug: 'insulation-fault-troubleshooting', title: both });
  const steps = document.steps.map((step) => ({ ...step, title: both, instructions: { fr: NAUGHTY_TEXT, en: NAUGHTY_TEXT } }));
  const draft = await admin.tell('procedure.saveDraft', { slug, revision, document: { ...document, description: both, steps } });
  if (draft.kind !== 'saved') throw new Error('somebody else writes the same procedure');
  const accepted = (await admin.ask('procedure.check', { slug })).map(({ code }) => code);
  await admin.tell('procedure.publish', { slug, revision: draft.revision, note: NAUGHTY_TEXT, accepted });
  return { slug, hash: (await admin.ask('procedure.get', { slug })).hash };
}

async function talk(admin: Desk, models: ModelServer): Promise<string> {
  const defects = [{ class: 'soiling', severity: 4, confidence: 0.9, box: null, text: NAUGHTY_NAME }];
  const proposal = {
    equipment: NAUGHTY_NAME,
    condition: 'worn',
    confidence: 0.9,
    interpretation: NAUGHTY_TEXT,
    recommendedAction: NAUGHTY_TEXT,
    defects,
  };
  models.answer(MODEL, ({ pictures }) => (pictures > 0 ? { json: proposal } : { text: NAUGHTY_TEXT }));
  const abilities = ['chat' as const, 'vision' as const, 'json' as const];
  const model = { name: MODEL, abilities, price: { input: 1, output: 2 }, contextLength: 8000, isOn: true };
  await admin.tell('provider.save', {
    kind: 'other',
    name: NAUGHTY[0] ?? '',
    baseUrl: models.baseUrl,
    apiVersion: null,
    isOn: true,
    models: [model],
  });
  const id = conversationIdSchema.parse(crypto.randomUUID());
  await admin.tell('conversation.create', { id, title: NAUGHTY_NAME });
  return id;
}
