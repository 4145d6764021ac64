import { useState } from 'react';

const nameOf = (conversation: string): string => `heliograph.typed ${conversation}`;

/**
 * What is typed and not asked yet: it outlives a look at a source and a reload. It stays in this tab, under the id of its conversation, which nobody
 * else knows.
 */
export function useTyped(conversation: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(conversation));
  const type = (next: string) => {
    setText(next);
    keep(conversation, next);
  };
  return [text, type];
}

function read(conversation: string): string {
  try {
    return sessionStorage.getItem(nameOf(conversation)) ?? '';
  } catch {
    return '';
  }
}

/** A browser that keeps nothing still shows what is typed. */
function keep(conversation: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(nameOf(conversation));
    else sessionStorage.setItem(nameOf(conversation), text);
  } catch {
    // No room, or not allowed.
  }
}
