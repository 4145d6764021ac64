export { type Citation, type Citations, citationsOf } from './citations.ts';
export { withoutInvisible } from './plain.ts';
export { PROMPT_VERSION, type PromptMessage, type PromptParts, promptOf } from './prompt.ts';
export { type Source, type SourceKind, sourceKey } from './source.ts';
