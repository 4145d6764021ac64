import { onEmbedded } from './round-trip/backend.ts';
import { roundTripContract } from './round-trip/contract.ts';

roundTripContract(onEmbedded, { seeds: 40 });
