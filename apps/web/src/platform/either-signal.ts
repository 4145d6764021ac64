/** Aborted as soon as one of them is. `AbortSignal.any` came with Safari 17.4: phones in the field are older. */
export function eitherSignal(signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort(signal.reason);
    signal.addEventListener('abort', () => either.abort(signal.reason), { signal: either.signal });
  }
  return either.signal;
}
