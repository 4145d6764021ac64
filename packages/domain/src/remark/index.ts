export * from './first-remarks.ts';
export * from './remark.ts';
