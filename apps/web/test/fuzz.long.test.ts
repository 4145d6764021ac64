import { fuzzContract } from './fuzz/fuzz-contract.ts';
import { seedsFrom } from './round-trip/contract.ts';

fuzzContract({ seeds: seedsFrom(200, 20), forgeries: 1_000 });
