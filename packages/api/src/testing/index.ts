export { askInLines } from './ask-in-lines.ts';
export { begunAnalysis, newAnalysis, someHash } from './begun-analysis.ts';
export { type BegunTalk, begunTalk, newTalk } from './begun-talk.ts';
export { type Desk, deskOf } from './desk.ts';
export { newcomer, tokenOf } from './newcomer.ts';
export { begunExecution, heldRecord, newExecution, scriptedPhone } from './scripted-phone.ts';
export {
  type Answer,
  type Call,
  cookieOf,
  ORIGIN,
  PASSWORD,
  type TestOrganisation,
  type TestPerson,
  type TestServer,
  testServer,
} from './test-server.ts';
