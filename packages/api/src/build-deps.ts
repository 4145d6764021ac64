import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createModels } from '@heliograph/ai';
import { type Database, openDatabase, readHeads, serverStore, settleFact, withLookup } from '@heliograph/db';
import { refuse } from '@heliograph/domain';
import { createPictureDrawer } from './attachment/draw.ts';
import { diskAttachmentStore } from './attachment/store.ts';
import { verifyPassword } from './auth/password.ts';
import { createSessions } from './auth/session.ts';
import { createHub } from './conversation/hub.ts';
import type { Deps } from './deps.ts';
import type { Env } from './env.ts';
import { createReadings } from './execution/reading.ts';
import { createRate } from './http/rate.ts';
import { reachOf } from './http/reach.ts';
import { type Keys, keysFrom, loadSecret } from './keys.ts';
import { watchClock } from './live/clock-watch.ts';
import type { Log } from './log.ts';
import { createMail, type Mail, noMail } from './mail/mail.ts';
import { createLogoDrawer } from './organisation/logo.ts';
import { createDecoder } from './photo/decode.ts';
import { diskPhotoStore } from './photo/disk-store.ts';
import { createTurns } from './sync/turns.ts';
import { createDesk } from './vision/desk.ts';

/** Opens the database of this installation and everything that stands on it. The one place where the parts of the server meet. */
export async function buildDeps(env: Env, log: Log): Promise<Deps> {
  const keys = keysFrom(await loadSecret(env), env.secretKeys);
  const db = await openDatabase(env.databaseUrl === null ? { dataDir: join(env.dataDir, 'pglite') } : { databaseUrl: env.databaseUrl });
  try {
    await checkKeys(db, keys);
  } catch (error) {
    await db.close();
    throw error;
  }
  return assemble({
    db,
    keys,
    log,
    photoDir: env.photoDir,
    secure: isSecure(env),
    mail: createMail(env, log),
    reach: reachOf(env),
    ownCertificate: hasOwnCertificate(env),
    trustedOrigins: env.trustedOrigins,
    environmentProvider: env.provider,
  });
}

/** Whether people reach the server over https. */
export const isSecure = (env: Pick<Env, 'publicOrigin' | 'hosts' | 'port'>): boolean => env.hosts.length > 0 || reachOf(env)[0].startsWith('https:');

const hasOwnCertificate = ({ hosts }: Env): boolean => hosts.length > 0;

/** A process with other keys would distrust every phone's cursor and lock nobody out by the right limits: it is stopped instead (decision 34). */
async function checkKeys(db: Database, { fingerprint }: Keys): Promise<void> {
  const stored = await withLookup(db, (tx) => settleFact(tx, 'key_fingerprint', fingerprint));
  if (stored !== fingerprint)
    refuse(
      'UNAVAILABLE',
      {},
      'This database was made with another key. Put back the HELIOGRAPH_KEY, or the key file in DATA_DIR, that belongs to it.',
    );
}

interface Parts {
  readonly db: Database;
  readonly keys: Keys;
  readonly log: Log;
  readonly photoDir: string;
  readonly secure: boolean;
  readonly mail?: Mail;
  readonly reach?: Deps['reach'];
  readonly ownCertificate?: boolean;
  readonly trustedOrigins?: readonly string[];
  readonly environmentProvider?: Deps['environmentProvider'];
}

/** The parts joined. Tests hand in their own database and clock. */
export function assemble({ db, keys, log, photoDir, secure, ...parts }: Parts, now: () => number = Date.now): Deps {
  const { mail = noMail, reach = ['http://localhost:3000'], ownCertificate = false, environmentProvider = null } = parts;
  const trustedOrigins = new Set(parts.trustedOrigins);
  return {
    ...{ db, keys, log, now, verifyPassword, mail, reach, ownCertificate, trustedOrigins, environmentProvider },
    models: createModels(trustedOrigins),
    drawLogo: createLogoDrawer(),
    attachments: diskAttachmentStore(photoDir),
    drawPicture: createPictureDrawer(),
    sessions: createSessions({ db, now, secure }),
    photos: diskPhotoStore(photoDir),
    decode: createDecoder(),
    failedUploads: new Set(),
    hub: createHub(),
    analyses: createDesk(),
    admissions: createTurns(),
    readings: createReadings(),
    clock: watchClock((orgs) => withLookup(db, (tx) => readHeads(tx, orgs)), { onError: (error) => log.error('clock poll', error) }),
    sync: { store: serverStore(db), seal: keys.seal, now, mark: () => randomBytes(9).toString('base64url') },
    mayExchange: createRate(10, now),
  };
}
