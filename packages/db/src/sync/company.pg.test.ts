import { companyContract } from '../contract/company-contract.ts';
import { onPostgres } from '../contract/store-under-test.ts';

companyContract(onPostgres, 40);
