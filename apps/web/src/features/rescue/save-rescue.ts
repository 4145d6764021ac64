import type { OperationId } from '@heliograph/domain';
import type { OutboxStore } from '@heliograph/sync';
import { BUILD } from '../../platform/build.ts';
import type { Identity } from '../../platform/identity.ts';
import { saveFile } from '../../platform/save-file.ts';

interface Saving {
  readonly outbox: OutboxStore;
  readonly identity: Pick<Identity, 'org' | 'user'>;
  /** One record alone. */
  readonly only?: OperationId;
}

/** Makes the file and hands it to the browser, which asks where to put it. Answers what is in it. */
export async function saveRescue({ outbox, identity: { org, user }, only }: Saving): Promise<{ operations: number; photos: number }> {
  const { makeRescue } = await import('@heliograph/offline/rescue');
  const owner = { org: org.id, orgName: org.name, user: user.id, name: user.name };
  const file = await makeRescue({ outbox, owner, build: BUILD, now: Date.now(), ...(only === undefined ? {} : { only }) });
  if (file.operations + file.photos > 0) saveFile(file.name, file.blob);
  return file;
}
