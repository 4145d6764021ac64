import { isOver } from '@heliograph/domain';
import type { Output } from '../../../platform/rpc.ts';

export type Assignment = Output<'assignment.list'>['items'][number];

export interface WorkDay {
  readonly day: string;
  readonly items: readonly Assignment[];
}

/** Work by its day, in the order it came. */
export function byDay(items: readonly Assignment[]): readonly WorkDay[] {
  return [...Map.groupBy(items, ({ day }) => day)].map(([day, found]) => ({ day, items: found }));
}

/** Still to be begun, and its day is past. */
export const isLate = ({ status, day }: Pick<Assignment, 'status' | 'day'>, today: string): boolean => status === 'planned' && day < today;

/** Work that can still be taken back. */
export const isOpen = ({ status }: Pick<Assignment, 'status'>): boolean => !isOver(status);
