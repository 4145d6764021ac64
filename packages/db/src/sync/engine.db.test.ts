import { engineContract } from '../contract/engine-contract.ts';
import { onEmbedded } from '../contract/store-under-test.ts';

engineContract(onEmbedded);
