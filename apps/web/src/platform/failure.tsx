'use client';

import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is shown instead. @param again tries to render once more */
  show(error: unknown, again: () => void): ReactNode;
}

/** Catches what a screen throws: the rest of the app, and everything recorded, goes on. */
export class Failure extends Component<Props, { readonly error: unknown; readonly isFailed: boolean }> {
  override state = { error: null, isFailed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, isFailed: true };
  }

  override render() {
    const { error, isFailed } = this.state;
    return isFailed ? this.props.show(error, () => this.setState({ error: null, isFailed: false })) : this.props.children;
  }
}

/** A part of the app that is not on this device, nor to be had from the server: after an update elsewhere, or offline. */
export const isChunkMissing = (error: unknown): boolean => error instanceof Error && error.name === 'ChunkLoadError';

const RELOADED = 'heliograph.reloaded-for-chunk';

/** With a network a missing part is cured by loading the page anew, once; without, the person is told (H29). Whether it is being done. */
export function reloadOnce(): boolean {
  if (!navigator.onLine || sessionStorage.getItem(RELOADED) !== null) return false;
  sessionStorage.setItem(RELOADED, '1');
  location.reload();
  return true;
}
