import { openPhotoLab, type PhotoLab } from '@heliograph/offline';

let lab: PhotoLab | null = null;

/** Where photos are made ready, one at a time, away from the page's own thread where the browser can. Call `prepare` in the change handler itself (H11). */
export function photoLab(): PhotoLab {
  lab ??= openPhotoLab(
    typeof OffscreenCanvas === 'undefined' ? null : new Worker(new URL('@heliograph/offline/photo-worker', import.meta.url), { type: 'module' }),
  );
  return lab;
}
