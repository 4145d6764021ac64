export { atRate, endless, gated, type ModelServer, startModelServer } from '@heliograph/ai/testing';
export { findChromium } from './chromium.ts';
export { expect, seeded, test } from './journey.ts';
export { renderersOf } from './kill.ts';
export { IS_NIGHT } from './night.ts';
export { launchPhone, type Phone, type PhoneOptions } from './phone.ts';
export { copyDataDir, freePort, type Server, type ServerOptions, seedDataDir, startServer } from './server.ts';
export { lookLike, PASSWORD, signIn, waitUntilReady } from './sign-in.ts';
export { workbookOf } from './workbook.ts';
