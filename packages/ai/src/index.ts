/**
 * The only room that may import openai: providers, router, prompts, retrieval, photo analysis. It is empty until the assistant moves in;
 * it stands here so that the import law already knows its door.
 */
export {};
