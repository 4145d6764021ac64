export type Standing = 'done' | 'waiting' | 'todo';

interface Seen {
  readonly sites: number;
  readonly technicians: number;
  /** Technicians invited who have not answered. */
  readonly invited: number;
  /** Interventions that a phone has begun. */
  readonly begun: number;
}

export const GOALS = ['site', 'technician', 'record'] as const;
export type Goal = (typeof GOALS)[number];

/** How far a new organisation has come, read from what there is: nothing is ticked by hand, nothing is stored. */
export const standings = ({ sites, technicians, invited, begun }: Seen): Readonly<Record<Goal, Standing>> => ({
  site: sites > 0 ? 'done' : 'todo',
  technician: technicians > 0 ? 'done' : invited > 0 ? 'waiting' : 'todo',
  record: begun > 0 ? 'done' : 'todo',
});

export const isDone = (all: Readonly<Record<Goal, Standing>>): boolean => GOALS.every((goal) => all[goal] === 'done');
