export * from './messages/exchange.ts';
export * from './phone/index.ts';
export * from './server/index.ts';
