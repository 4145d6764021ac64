export { type Env, envExample, parseEnv } from './env.ts';
export type { Handlers } from './http/handlers.ts';
export { createServer, type Server } from './server.ts';
export type { AppRouter } from './trpc/router.ts';
