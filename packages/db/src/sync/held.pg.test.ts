import { heldContract } from '../contract/held-contract.ts';
import { onPostgres } from '../contract/store-under-test.ts';

heldContract(onPostgres);
