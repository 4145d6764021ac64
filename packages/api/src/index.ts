export { type Env, envExample, parseEnv, withHttps } from './env.ts';
export type { Handlers } from './http/handlers.ts';
export { AUTHORITY_PATH, reachOf } from './http/reach.ts';
export { createServer, type Server } from './server.ts';
export type { AppRouter } from './trpc/router.ts';
