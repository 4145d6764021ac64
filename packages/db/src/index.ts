export {
  type AccountChange,
  changeAccount,
  countMemberships,
  findAccount,
  findOrganisation,
  findOwnAccount,
  hasOrganisations,
  insertAccount,
  listMembershipsOf,
  listOrganisationsOf,
  type NewAccount,
  normalEmail,
  recordSignIn,
} from './account/account.repository.ts';
export { findFact, settleFact } from './account/installation.repository.ts';
export {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  listSessions,
  markConfirmed,
  type NewSession,
  type OpenSession,
  replaceToken,
  revokeEverySession,
  revokeSession,
  revokeSessions,
  type SessionRow,
  touchSession,
} from './account/session.repository.ts';
export { block, deleteOldThrottles, forget, forgive, type Strike, strike } from './account/throttle.repository.ts';
export { type Act, type ActivityFilter, listActs, type RecordedAct, recordAct, recordActOf } from './activity.repository.ts';
export {
  type AnalysisFilter,
  type AnalysisRow,
  announcePhoto,
  findAnalysis,
  insertAnalysis,
  listAnalyses,
  lockAnalysis,
  type NewAnalysis,
} from './analysis.repository.ts';
export {
  type AgreementFilter,
  countDecided,
  countOutcomes,
  countPairs,
  countToDecide,
  insertDecision,
  type NewDecision,
  type PairCount,
} from './analysis-decision.repository.ts';
export {
  type AnalysisEnd,
  type AnalysisWork,
  askAnalysisAgain,
  endAnalysis,
  hasAnalysesToDo,
  keepAnalysisAlive,
  stopAnalysis,
  takeAnalysis,
} from './analysis-work.repository.ts';
export {
  addPiece,
  askToStop,
  chooseAnswer,
  type Ending,
  endAbandoned,
  endAnswer,
  findAnswer,
  insertAnswers,
  listAnswers,
  type NewAnswer,
  reopenAnswer,
  type StoredAnswer,
} from './answer.repository.ts';
export {
  type AssetFilter,
  codesBeginning,
  codesElsewhere,
  findAsset,
  findAssetByCode,
  listAssets,
  listBranch,
  pageOfAssets,
  retireAssets,
  type StoredAsset,
  saveAssets,
} from './asset.repository.ts';
export {
  readAssistantSettingsOf,
  readBillingOf,
  readTaste,
  type StoredAssistantSettings,
  saveAssistantSettings,
  saveTaste,
} from './assistant-settings.repository.ts';
export { findAttachments, insertAttachment, type StoredAttachment } from './attachment.repository.ts';
export { differences, type RowCounts } from './backup/counts.ts';
export { restoreEmbedded, saveEmbedded } from './backup/embedded-backup.ts';
export { restorePostgres, savePostgres } from './backup/postgres-backup.ts';
export {
  type Conversation,
  changeConversation,
  deleteRemoved,
  findConversation,
  findQuestion,
  insertConversation,
  insertQuestion,
  listConversations,
  listFolders,
  listQuestions,
  lockConversation,
  type StoredQuestion,
  searchConversations,
  setRemoved,
  wasAsked,
} from './conversation.repository.ts';
export type { Database } from './database/handle.ts';
export { type DatabasePlace, openDatabase } from './database/open.ts';
export { asLookup, type LookupTx, type OrgTx, readOrg, withLookup, withOrg } from './database.ts';
export { closeGoneOutbox, type Device, dismissDevice, listDevices } from './device.repository.ts';
export {
  type ExecutionFilter,
  type ExecutionPage,
  type ExecutionSummary,
  executionExists,
  findExecution,
  listExecutions,
  listPlanned,
  type PlannedFilter,
} from './execution.repository.ts';
export {
  type AsideEntry,
  type ExecutionAside,
  listAsides,
  type NamedEntry,
  readAsides,
  readLog,
  readLogAfter,
  readLogsOf,
  readStepStates,
} from './execution-log.repository.ts';
export { type CrewMember, countMissingPhotos, listCrews } from './execution-page.repository.ts';
export { type FindingFilter, type FindingRow, findFinding, insertFindings, listFindings, type NewFinding } from './finding.repository.ts';
export { countHeld, findHeld, type HeldAsk, type HeldGroup, type HeldList, heldAsk, listHeld } from './held.repository.ts';
export {
  findInvitation,
  type Invitation,
  insertInvitation,
  listInvitations,
  locateInvitation,
  lockInvitation,
  markAccepted,
  revokeInvitations,
} from './invitation.repository.ts';
export {
  giveUpCalls,
  holdCalls,
  lockSpending,
  type MonthSpent,
  type NewCall,
  readSpending,
  type SettledCall,
  settleCall,
} from './ledger.repository.ts';
export { type CallSum, type LedgerLine, listCalls, sumCalls } from './ledger-reading.repository.ts';
export { type LibraryEntry, listLibrary } from './library.repository.ts';
export {
  type Certification,
  changeRole,
  changeStatus,
  findMember,
  insertMember,
  listCertifications,
  listCertificationsOf,
  listMembers,
  type Member,
  readLastContacts,
  saveCertifications,
} from './member.repository.ts';
export {
  insertOrganisation,
  listOrganisationIds,
  listOrganisations,
  lockSettings,
  type NewOrganisation,
  readHeads,
  readRemarks,
  readSettings,
  type StoredSettings,
  saveRemarks,
  saveSettings,
} from './organisation.repository.ts';
export {
  deletePassages,
  insertPassages,
  lastLibraryChange,
  listPassageDocuments,
  lockPassageState,
  type PassageDocument,
  type PassageState,
  readPassageState,
  settlePassageState,
} from './passage.repository.ts';
export {
  changePerson,
  findMemberByEmail,
  findPerson,
  listPeople,
  lockAdmins,
  lockPerson,
  type PeopleFilter,
  type Person,
  type PersonChange,
} from './person.repository.ts';
export { findPhoto, isNamedByAnother, listPhotos, maySeePhoto, type Photo, recordReceived, recordRefused, recordStored } from './photo.repository.ts';
export {
  insertLimitConfirmation,
  insertProcedureVersion,
  type LimitConfirmation,
  listLimitConfirmations,
  listProcedureVersions,
  listVersionsOf,
  type NewProcedureVersion,
  type ProcedureVersion,
  readProcedures,
  replaceOlderVersions,
  turnVersions,
  type VersionRow,
  withdrawProcedureVersion,
} from './procedure.repository.ts';
export {
  type Draft,
  type DraftHead,
  endDraft,
  findDraft,
  findDraftHead,
  lastRevision,
  listPresent,
  markPresent,
  type Named,
  saveDraft,
  tellDesks,
} from './procedure-draft.repository.ts';
export {
  decideProposal,
  findProposal,
  insertProposal,
  listProposals,
  type NewProposal,
  type Proposal,
  type ProposalDecision,
} from './procedure-proposal.repository.ts';
export {
  findProcedure,
  insertProcedure,
  listShelf,
  listUsableSlugs,
  lockProcedure,
  markArchived,
  type ProcedureRow,
  type ShelfEntry,
  slugsBeginning,
} from './procedure-shelf.repository.ts';
export { findProvider, listProviders, lockProvider, removeProvider, type StoredProvider, saveProvider } from './provider.repository.ts';
export { countLateRecords, findRestore, type Restore } from './restore.repository.ts';
export { type FoundPassage, findPassages } from './retrieval.repository.ts';
export { endClosedScopes, joinExecution, leaveExecution } from './scope.repository.ts';
export {
  assignSite,
  findSite,
  listSitePeople,
  listSites,
  lockSite,
  peopleOn,
  retireSite,
  type SiteFilter,
  type StoredSite,
  saveSite,
  unassignSite,
} from './site.repository.ts';
export { insertStarterOffer, listStarterOffers, type StarterOffer } from './starter-offer.repository.ts';
export { listTipPasts, type TipPast } from './starter-tip.repository.ts';
export { type Answered, countAnswered, countChosen, countTalk, readMemberSince, type Talk } from './statistics.repository.ts';
export { peopleWithHeld } from './sync/operations.ts';
export { serverStore, serverTx } from './sync/server-store.ts';
export {
  announcedPhotos,
  findTipRow,
  listApprovedTips,
  listTipRows,
  listTips,
  listTipVersions,
  removeTip,
  saveTips,
  subjectOfTip,
  type Tip,
  type TipFilter,
  type TipRow,
  type TipVersion,
} from './tip.repository.ts';
export { approveTip, type NewTipVersion, rateTip, rejectTip, submitTip, writeTipVersion } from './tip-version.repository.ts';
export type { Viewer } from './viewer.ts';
export { countWaiting, type Waiting } from './waiting.repository.ts';
