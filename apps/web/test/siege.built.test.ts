import { siegeContract } from './siege/siege-contract.ts';

siegeContract({ serverKills: 2, databaseKills: 1, restores: 1 });
