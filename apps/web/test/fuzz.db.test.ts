import { fuzzContract } from './fuzz/fuzz-contract.ts';

fuzzContract({ seeds: [101], forgeries: 400 });
