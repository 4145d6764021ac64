export * from './asset/context.ts';
export * from './decimal.ts';
export * from './execution/log.ts';
export * from './execution/register.ts';
export * from './ids.ts';
export * from './operation/index.ts';
export * from './text.ts';
