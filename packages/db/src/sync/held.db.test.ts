import { heldContract } from '../contract/held-contract.ts';
import { onEmbedded } from '../contract/store-under-test.ts';

heldContract(onEmbedded);
