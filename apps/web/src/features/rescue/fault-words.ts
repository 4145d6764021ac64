import type { RescueFault } from '@heliograph/offline/rescue';
import type { fileMessages } from './file-messages.ts';

/** What is wrong with a file, with the place, and what to do. */
export function wordsOfFault(t: (typeof fileMessages)['fr'], fault: RescueFault): string {
  switch (fault.kind) {
    case 'record':
      return t.record(fault.n, fault.of);
    case 'photo':
      return t.photo(fault.n, fault.of);
    case 'not_ours':
      return t.notOurs;
    case 'newer':
      return t.newer;
    case 'head':
      return t.head;
    case 'longer':
      return t.longer;
  }
}
