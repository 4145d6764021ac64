import { type DevelopedPhoto, preparePhoto } from './prepare.ts';
import { type PhotoProblem, PhotoRefusal } from './refusal.ts';

export interface PhotoRequest {
  readonly bytes: ArrayBuffer;
  readonly longSide: number;
}
/** `broken`: the worker itself could not; the page tries with its own hands. */
export type PhotoReply = { readonly photo: DevelopedPhoto } | { readonly problem: PhotoProblem } | { readonly broken: string };

/** The side of a port, or of a worker, that photos are asked of. One request at a time. */
export interface PhotoScope {
  addEventListener(type: 'message', listener: (event: { data: PhotoRequest }) => void): void;
  postMessage(reply: PhotoReply, transfer: ArrayBuffer[]): void;
}

/** Answers requests for ever. @param prepare replaced in tests, where there is no canvas */
export function servePhotos(scope: PhotoScope, prepare: typeof preparePhoto = preparePhoto): void {
  const answer = async ({ bytes, longSide }: PhotoRequest): Promise<void> => {
    try {
      const photo = await prepare(bytes, { longSide });
      scope.postMessage({ photo }, [...photo.slices, photo.thumbnail]);
    } catch (error) {
      scope.postMessage(error instanceof PhotoRefusal ? { problem: error.problem } : { broken: String(error) }, []);
    }
  };
  scope.addEventListener('message', ({ data }) => void answer(data));
}
