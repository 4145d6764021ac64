/** What a model is asked about a photo, and how its answer is read. For the server and the evals; no phone needs it. */
export { answerSchemaFor, type PhotoAnswer, proposalOf } from './answer.ts';
export { LONGEST_PHOTO_ANSWER, PHOTO_PROMPT_VERSION, type PhotoPrompt, photoPromptOf } from './prompt.ts';
