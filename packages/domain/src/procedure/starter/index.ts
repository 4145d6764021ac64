export * from './news.ts';
export * from './tips.ts';
