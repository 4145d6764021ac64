import { siegeContract } from './siege/siege-contract.ts';

siegeContract({ serverKills: 20, databaseKills: 10, restores: 5 });
