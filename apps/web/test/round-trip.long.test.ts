import { onEmbedded } from './round-trip/backend.ts';
import { roundTripContract, seedsFrom } from './round-trip/contract.ts';

roundTripContract(onEmbedded, { seeds: seedsFrom(1, 500) });
