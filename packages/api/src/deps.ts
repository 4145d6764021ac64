import type { Models, TrustedOrigins } from '@heliograph/ai';
import type { Database } from '@heliograph/db';
import type { ServerPorts } from '@heliograph/sync/server';
import type { DrawPicture } from './attachment/draw.ts';
import type { AttachmentStore } from './attachment/store.ts';
import type { VerifyPassword } from './auth/password.ts';
import type { Sessions } from './auth/session.ts';
import type { Hub } from './conversation/hub.ts';
import type { EnvironmentProvider } from './env.ts';
import type { Readings } from './execution/reading.ts';
import type { Keys } from './keys.ts';
import type { ClockWatch } from './live/clock-watch.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail/mail.ts';
import type { DrawLogo } from './organisation/logo.ts';
import type { Decode } from './photo/decode.ts';
import type { PhotoStore } from './photo/store.ts';
import type { Turns } from './sync/turns.ts';
import type { AnalysisDesk } from './vision/desk.ts';

/** What services are given: built once, in `build-deps.ts`. A service names only what it uses. */
export interface Deps {
  readonly db: Database;
  readonly log: Log;
  readonly keys: Keys;
  readonly sessions: Sessions;
  readonly verifyPassword: VerifyPassword;
  readonly photos: PhotoStore;
  readonly decode: Decode;
  readonly drawLogo: DrawLogo;
  readonly attachments: AttachmentStore;
  readonly drawPicture: DrawPicture;
  readonly mail: Mail;
  /** Addresses by which people reach this server, the best first. */
  readonly reach: readonly [string, ...string[]];
  /** Whether they have to trust the certificate of our own authority first. */
  readonly ownCertificate: boolean;
  /** Photos whose upload went wrong once in this process. */
  readonly failedUploads: Set<string>;
  /** Answers of the assistant that this process is writing. */
  readonly hub: Hub;
  /** Where this process takes up photos to be looked at. */
  readonly analyses: AnalysisDesk;
  /** Where this process looks again at records that wait. */
  readonly admissions: Turns;
  readonly clock: ClockWatch;
  readonly readings: Readings;
  /** The way to every model. */
  readonly models: Models;
  /** Origins of model servers inside the operator's own network. */
  readonly trustedOrigins: TrustedOrigins;
  /** The provider of organisations that have set none. */
  readonly environmentProvider: EnvironmentProvider | null;
  readonly sync: ServerPorts;
  /** Whether a device may call the exchange again within this second (decision 27). */
  mayExchange(device: string): boolean;
  /** Server wall clock, ms. */
  now(): number;
}
