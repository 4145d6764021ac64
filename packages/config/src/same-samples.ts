import fc from 'fast-check';

/** Drawn once, by hand. Any number would do. */
const SEED = 20_261_122;

/**
 * Properties try the same samples in every run, so that a change is judged by what it changes; `npm run test:long` draws new ones.
 * What a new draw finds becomes an `examples` entry or a test of its own.
 */
const isDrawnAnew = process.env.PROPERTIES === 'drawn-anew';
if (!isDrawnAnew) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
