import { companyContract } from '../contract/company-contract.ts';
import { onEmbedded } from '../contract/store-under-test.ts';

companyContract(onEmbedded, 10);
