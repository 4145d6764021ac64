export { alterVersions } from './alter-version.ts';
export { testDatabase } from './embedded-database.ts';
export { newId, outbox, type Planted, plantMember, plantOrganisation, sampleSite } from './plant.ts';
export { postgresBinaries } from './postgres-binaries.ts';
export { admin, databaseIn, type TestPostgres, testPostgres } from './postgres-database.ts';
export { type PostgresServer, startPostgres } from './postgres-server.ts';
export { TestPhone, testPorts } from './test-server.ts';
export { textsHolding } from './texts-holding.ts';
export { dayOfWork, measureWritePath, type WritePath } from './write-path.ts';
