/** `npm run test:long` sets it: every look, every lie, the kills of the promise, and the journeys of files named `*.night.spec.ts`. */
export const IS_NIGHT = process.env.JOURNEYS === 'all';
