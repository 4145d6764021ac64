'use client';

import type { AskingContext } from '@heliograph/domain/assistant';
import type { Source } from '@heliograph/domain/assistant/grounding';
import { type ComponentType, createContext, useContext } from 'react';
import type { TalkMemory } from './talk.ts';

/** What differs between the phone and the office: where things are, and what a device keeps. */
export interface AssistantShell {
  /** `/app/assistant` or `/office/assistant`. */
  readonly home: string;
  readonly emergency: string | null;
  readonly memory: TalkMemory | null;
  /** What the device's own library says while a question waits; null where nothing waits on this device. */
  readonly LibraryOffline: ComponentType<{ question: string; before: readonly string[] }> | null;
  /** Where a source opens, at its step; null where this shell has no screen for it. */
  hrefOf(source: Pick<Source, 'kind' | 'id' | 'step'>): string | null;
  /** Puts words under the step in hand; null where nothing is being carried out. */
  readonly insert: ((text: string, context: AskingContext) => Promise<boolean>) | null;
}

const Context = createContext<AssistantShell | null>(null);
export const AssistantProvider = Context.Provider;

export function useShell(): AssistantShell {
  const shell = useContext(Context);
  if (shell === null) throw new Error('useShell outside of AssistantProvider');
  return shell;
}
