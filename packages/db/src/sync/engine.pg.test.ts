import { engineContract } from '../contract/engine-contract.ts';
import { onPostgres } from '../contract/store-under-test.ts';

engineContract(onPostgres);
