export { type ModelServer, startModelServer } from './model-server.ts';
export { type Asked, atRate, endless, gated, type Reply, type Script, wordsOf } from './script.ts';
