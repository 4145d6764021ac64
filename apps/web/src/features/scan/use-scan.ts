'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Scan, ScanProblem, type ScanTrouble, startScan } from '../../platform/scan.ts';

export type ScanState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'looking'; readonly torch: Scan['torch'] }
  | { readonly kind: 'trouble'; readonly trouble: ScanTrouble };

interface Scanning {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: ScanState;
  retry(): void;
}

/** The camera for as long as it is on screen: a camera left open heats the phone and empties it. */
export function useScan(onCode: (code: string) => void): Scanning {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ScanState>({ kind: 'opening' });
  const [turn, setTurn] = useState(0);
  const tell = useEffectEvent(onCode);
  // Another turn is another try.
  useEffect(() => {
    if (video.current === null) return;
    let scan: Scan | null = null;
    let isGone = false;
    setState({ kind: 'opening' });
    startScan(video.current, (code) => tell(code)).then(
      (opened) => {
        if (isGone) return opened.stop();
        scan = opened;
        setState({ kind: 'looking', torch: opened.torch });
      },
      (error: unknown) => isGone || setState({ kind: 'trouble', trouble: error instanceof ScanProblem ? error.trouble : 'unsupported' }),
    );
    return () => {
      isGone = true;
      scan?.stop();
    };
  }, [turn]);
  return { video, state, retry: () => setTurn(turn + 1) };
}
