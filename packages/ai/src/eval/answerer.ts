import type { Endpoint } from '../provider/endpoint.ts';
import type { Models } from '../provider/models.ts';
import type { EvalPorts } from './run-eval.ts';

const LONGEST_ANSWER = 800;

/** Asks one model of one provider; its whole answer. Rejects with the fault where it gave none. */
export const answererOf =
  (models: Models, endpoint: Endpoint, model: string): EvalPorts['ask'] =>
  async ({ messages }) => {
    let answer = '';
    // Without chance: the same questions should fail twice.
    for await (const piece of models.chat(endpoint, { model, messages, temperature: 0, maxTokens: LONGEST_ANSWER })) {
      if (piece.kind === 'delta') answer += piece.text;
      if (piece.kind === 'error') throw new Error(piece.fault);
    }
    return answer;
  };
