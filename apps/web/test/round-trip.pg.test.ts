import { onPostgres } from './round-trip/backend.ts';
import { roundTripContract } from './round-trip/contract.ts';

roundTripContract(onPostgres, { seeds: (process.env['RT'] ?? '').split(',').map(Number), wanted: ['restored', 'incarnation'] });
