import { photoHashSchema } from '@heliograph/domain';
import { type AnalysisView, type AskedAnalysis, askedAnalysisSchema } from '@heliograph/domain/vision';
import { type QueuedAnalysis, readPhoto, webHasher } from '@heliograph/offline';
import type { OpenField } from '../../platform/field.ts';
import { RpcError } from '../../platform/rpc.ts';

export interface AskPorts extends Pick<OpenField['view'], 'outbox' | 'unsent'> {
  /** @throws RpcError */
  send(asked: AskedAnalysis): Promise<AnalysisView>;
}

/**
 * Asks the server once what a photo shows. Null while it cannot know what that is about: records go first, and so do a colleague's bytes of the same
 * photo. It is asked again when the line is next looked at.
 * @throws RpcError
 */
export async function askAnalysis({ outbox, unsent, send }: AskPorts, waiting: QueuedAnalysis): Promise<AnalysisView | null> {
  const asked = askedAnalysisSchema.safeParse(waiting.asked).data;
  if (asked === undefined) throw new RpcError('INVALID');
  const left = unsent.get();
  if (asked.execution !== undefined && (left === undefined || left.byExecution.has(asked.execution))) return null;
  return send(asked).catch(async (error) => {
    if (!isAboutPhoto(error)) throw error;
    // A colleague has sent the same photo: this phone shows that it holds it too, and not its name alone.
    const photo = await readPhoto(outbox, waiting.sha);
    if (photo === null) throw error;
    const possession = await webHasher.sha256(await new Blob([asked.id, photo]).arrayBuffer());
    return send({ ...asked, possession: photoHashSchema.parse(possession) }).catch(whileOnItsWay);
  });
}

/** What cannot be compared yet, because the colleague's bytes are still under way, is no refusal. */
function whileOnItsWay(error: unknown): null {
  if (isAboutPhoto(error)) return null;
  throw error;
}

const isAboutPhoto = (error: unknown): boolean => error instanceof RpcError && error.details['reason'] === 'photo';
