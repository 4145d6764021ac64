import type { SenderState } from '@heliograph/offline';
import type { Loading } from '../../platform/procedures.ts';

/** Whether everything a day without a network needs is on this phone. */
export type Readiness =
  | { readonly kind: 'reading' }
  /** The first pull is under way; how much will come is not known yet. */
  | { readonly kind: 'receiving' }
  | { readonly kind: 'preparing' | 'missing'; readonly done: number; readonly total: number }
  /** No pull was ever whole, and none is under way: sites, equipment or open work may lack. */
  | { readonly kind: 'never_whole' }
  /** Everything is here, and it is not one procedure. */
  | { readonly kind: 'nothing_published' }
  | { readonly kind: 'ready'; readonly procedures: number; readonly wholeAt: number };

/**
 * Ready is a promise: it is said only of a whole pull of this phone, when every version it named is here, and the app itself.
 * @param isAppKept whether every screen opens without a network (H29): over a slow link the work may be here long before the app is
 */
export function readinessOf(loading: Loading, sender: SenderState['kind'], isAppKept: boolean): Readiness {
  switch (loading.kind) {
    case 'unknown':
      return { kind: 'reading' };
    case 'unlisted':
      return { kind: sender === 'retrying' || sender === 'stopped' ? 'never_whole' : 'receiving' };
    case 'loading':
      return { kind: 'preparing', done: loading.done, total: loading.total };
    case 'incomplete':
      return loading.total === 0 ? { kind: 'never_whole' } : { kind: 'missing', done: loading.done, total: loading.total };
    case 'complete':
      if (loading.total === 0) return { kind: 'nothing_published' };
      return !isAppKept ? { kind: 'receiving' } : { kind: 'ready', procedures: loading.total, wholeAt: loading.wholeAt };
  }
}
