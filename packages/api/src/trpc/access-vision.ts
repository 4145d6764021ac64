import type { AnalysisId } from '@heliograph/domain/vision';
import { newAnalysis, someHash, type TestOrganisation } from '../testing/index.ts';

const nobody = 'SIGNED_OUT' as const;
const everybody = { nobody, technician: 'ok', supervisor: 'ok', admin: 'ok', stranger: 'ok' } as const;
const nothing = () => undefined;
const asked = () => ({ id: newAnalysis(), photo: { sha: someHash(), size: 9 }, language: 'fr' });

/** The doors of photo analysis and findings in the matrix of access; the analysis is one that the technician asked for. */
export const visionRows = (id: AnalysisId) =>
  ({
    'vision.analyze': {
      input: ({ asset }: TestOrganisation) => ({ ...asked(), asset }),
      // Named from outside, this organisation's equipment is not there.
      outcomes: { ...everybody, stranger: 'NOT_FOUND' },
    },
    'vision.list': { input: nothing, outcomes: everybody },
    'vision.get': { input: () => ({ id }), outcomes: { ...everybody, stranger: 'NOT_FOUND' } },
    // It waits for a decision: there is nothing to ask again.
    'vision.again': {
      input: () => ({ id }),
      outcomes: { nobody, technician: 'CONFLICT', supervisor: 'CONFLICT', admin: 'CONFLICT', stranger: 'NOT_FOUND' },
    },
    // Too late: a model has been asked.
    'vision.stop': {
      input: () => ({ id }),
      outcomes: { nobody, technician: 'CONFLICT', supervisor: 'CONFLICT', admin: 'CONFLICT', stranger: 'NOT_FOUND' },
    },
    'vision.classes': { input: nothing, outcomes: everybody },
    'vision.agreement': { input: nothing, outcomes: { ...everybody, technician: 'NOT_ALLOWED' } },
    // Who may, is told that the screen was an older one; a technician decides nothing.
    'vision.decide': {
      input: () => ({ id, revision: 0, outcome: 'accept' }),
      outcomes: { nobody, technician: 'NOT_ALLOWED', supervisor: 'CONFLICT', admin: 'CONFLICT', stranger: 'NOT_FOUND' },
    },
    'finding.list': { input: nothing, outcomes: everybody },
    'finding.get': {
      input: () => ({ id: crypto.randomUUID() }),
      outcomes: { nobody, technician: 'NOT_FOUND', supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' },
    },
  }) as const;
