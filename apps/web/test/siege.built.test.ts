import { siegeContract } from './siege/siege-contract.ts';

siegeContract({ serverKills: 3, databaseKills: 1, restores: 1 });
