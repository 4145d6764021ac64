import { activityRouter } from '../activity/activity.router.ts';
import { assetRouter } from '../asset/asset.router.ts';
import { assignmentRouter } from '../assignment/assignment.router.ts';
import { authRouter } from '../auth/auth.router.ts';
import { aiRouter } from '../budget/ai.router.ts';
import { conversationRouter } from '../conversation/conversation.router.ts';
import { deviceRouter } from '../device/device.router.ts';
import { executionRouter } from '../execution/execution.router.ts';
import { exportRouter } from '../export/export.router.ts';
import { findingRouter } from '../finding/finding.router.ts';
import { invitationRouter } from '../invitation/invitation.router.ts';
import { liveRouter } from '../live/live.router.ts';
import { officeRouter } from '../office/office.router.ts';
import { organisationRouter } from '../organisation/organisation.router.ts';
import { personRouter } from '../person/person.router.ts';
import { preferenceRouter } from '../preference/preference.router.ts';
import { procedureRouter } from '../procedure/procedure.router.ts';
import { providerRouter } from '../provider/provider.router.ts';
import { remarkRouter } from '../remark/remark.router.ts';
import { retrievalRouter } from '../retrieval/retrieval.router.ts';
import { reviewRouter } from '../review/review.router.ts';
import { setupRouter } from '../setup/setup.router.ts';
import { siteRouter } from '../site/site.router.ts';
import { starterRouter } from '../starter/starter.router.ts';
import { statsRouter } from '../statistics/stats.router.ts';
import { syncRouter } from '../sync/sync.router.ts';
import { tipRouter } from '../tip/tip.router.ts';
import { visionRouter } from '../vision/vision.router.ts';
import { router } from './init.ts';

export const appRouter = router({
  activity: activityRouter,
  ai: aiRouter,
  asset: assetRouter,
  assignment: assignmentRouter,
  auth: authRouter,
  conversation: conversationRouter,
  device: deviceRouter,
  execution: executionRouter,
  export: exportRouter,
  finding: findingRouter,
  invitation: invitationRouter,
  live: liveRouter,
  office: officeRouter,
  organisation: organisationRouter,
  person: personRouter,
  preference: preferenceRouter,
  procedure: procedureRouter,
  remark: remarkRouter,
  retrieval: retrievalRouter,
  provider: providerRouter,
  review: reviewRouter,
  setup: setupRouter,
  site: siteRouter,
  stats: statsRouter,
  starter: starterRouter,
  sync: syncRouter,
  tip: tipRouter,
  vision: visionRouter,
});
export type AppRouter = typeof appRouter;
