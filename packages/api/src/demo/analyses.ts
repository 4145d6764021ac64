import { executionIdSchema } from '@heliograph/domain';
import { analysisIdSchema, type Decision } from '@heliograph/domain/vision';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { openExecution } from '../execution/execution.service.ts';
import { analysisOf } from '../vision/analysis.service.ts';
import { analyze } from '../vision/ask.service.ts';
import { decide } from '../vision/decide.service.ts';
import { CAST, DEMO, type DemoPerson } from './cast.ts';
import { namedId } from './ids.ts';

const { camille, helene, yanis } = CAST;

/** A photo of the story that somebody asked about, what a model is made to say of it, and what became of that. */
interface Asked {
  /** Of the chapter. */
  readonly key: string;
  readonly by: DemoPerson;
  readonly answer: unknown;
  readonly decision?: Pick<Extract<Decision, { outcome: 'correct' }>, 'outcome' | 'defects' | 'comment'>;
}

const ASKED: readonly Asked[] = [
  {
    ...{ key: 'garrigues-preventive', by: camille },
    answer: {
      ...{ equipment: 'Onduleur de chaîne, face avant', condition: 'worn', confidence: 0.8 },
      defects: [
        {
          ...{ class: 'inverter_filter_clogged', severity: 3, confidence: 0.72, box: { x: 0.3, y: 0.64, width: 0.4, height: 0.13 } },
          text: 'Grilles sombres au bas de l’appareil, comme empoussiérées.',
        },
      ],
      interpretation: 'Les entrées d’air basses paraissent encrassées ; l’afficheur est en service.',
      recommendedAction: 'Faire contrôler le refroidissement par une personne habilitée.',
    },
    decision: {
      outcome: 'correct',
      defects: [
        {
          ...{ of: 0, class: 'inverter_fan_fault', severity: 3, box: { x: 0.32, y: 0.64, width: 0.14, height: 0.13 } },
          text: 'Grilles propres ; le ventilateur de gauche est bruyant et peine à démarrer.',
        },
      ],
      comment: 'Ce sont les presse-étoupes que l’on voit, pas un filtre. Ventilateur à commander.',
    },
  },
  {
    ...{ key: 'valensole-vegetation', by: camille },
    answer: {
      ...{ equipment: 'Rangée de modules au sol', condition: 'worn', confidence: 0.93 },
      defects: [
        {
          ...{ class: 'vegetation_shading', severity: 2, confidence: 0.91, box: { x: 0, y: 0.6, width: 1, height: 0.4 } },
          text: 'Herbes hautes devant le bord inférieur des modules.',
        },
      ],
      interpretation: 'La végétation dépasse le bord bas de la rangée et l’ombrera le matin.',
      recommendedAction: 'Planifier une fauche avant la prochaine tournée.',
    },
  },
  {
    ...{ key: 'garrigues-leak', by: yanis },
    answer: {
      ...{ equipment: 'Connecteur DC', condition: 'not_visible', confidence: 0.41 },
      defects: [{ class: 'connector_burnt', severity: 5, confidence: 0.41, box: null, text: 'Tache sombre, peut-être une ombre.' }],
      interpretation: 'Une ombre imite un échauffement.',
      recommendedAction: 'Reprendre la vue de plus près, sans toucher.',
    },
  },
];

/** Photos of the story are looked at as the product does, with answers written here: nobody outside is asked, and nothing is charged. */
export async function lookAtPhotos(deps: Deps): Promise<void> {
  for (const asked of ASKED) await tell(deps, asked);
}

async function tell(deps: Deps, { key, by, answer, decision }: Asked): Promise<void> {
  const author: Actor = { org: DEMO.org, user: by.user, role: by.role, deliverOnly: false };
  const execution = executionIdSchema.parse(namedId(`execution ${key}`));
  const { photos } = await openExecution(deps, author, execution);
  const photo = photos.find(({ file }) => file.state === 'stored');
  if (photo === undefined) throw new Error(`${key} has no photo`);
  const id = analysisIdSchema.parse(namedId(`analysis ${key}`));
  const { sha, size } = photo;
  await analyze(withAnswer(deps, answer), author, { id, photo: { sha, size }, language: DEMO.language, execution, step: photo.address ?? undefined });
  await deps.hub.idle();
  const { state, revision } = await analysisOf(deps, author, id);
  if (decision === undefined || state !== 'proposed') return;
  await decide(deps, { org: DEMO.org, user: helene.user, role: helene.role, deliverOnly: false, network: '' }, { ...decision, id, revision });
}

const MODEL = 'exemple';

/** The same server with one model of its own, which costs nothing and says what is written here. */
const withAnswer = (deps: Deps, answer: unknown): Deps => ({
  ...deps,
  environmentProvider: { kind: 'other', baseUrl: '', key: '', apiVersion: null, questionModel: MODEL, photoModel: MODEL },
  models: {
    ...deps.models,
    structured: async (_, { schema }) => ({ kind: 'ok', value: schema.parse(answer), usage: { input: 0, output: 0, isEstimated: false }, tries: 1 }),
  },
});
