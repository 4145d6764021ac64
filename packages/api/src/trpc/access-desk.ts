const office = { nobody: 'SIGNED_OUT', technician: 'NOT_ALLOWED', supervisor: 'ok', admin: 'ok', stranger: 'ok' } as const;
const nothingHere = { ...office, supervisor: 'NOT_FOUND', admin: 'NOT_FOUND', stranger: 'NOT_FOUND' } as const;
const unknownTip = () => ({ id: 'no-such-tip' });

/** The doors of the desk's own frame, and of what the starter library has in tips, in the matrix of access. */
export const deskRows = {
  'office.waiting': { input: () => undefined, outcomes: office },
  'starter.tips': { input: () => undefined, outcomes: office },
  'starter.takeTip': { input: unknownTip, outcomes: nothingHere },
  'starter.declineTip': { input: unknownTip, outcomes: nothingHere },
  // Nothing of theirs waits.
  'device.admit': {
    input: ({ people }: { people: { technician: { user: string } } }, id: string) => ({ author: people.technician.user, execution: id }),
    outcomes: nothingHere,
  },
  // No work that anybody gave.
  'assignment.change': {
    input: ({ people }: { people: { technician: { user: string } } }, id: string) => ({
      id,
      personIds: [people.technician.user],
      day: '2026-06-01',
      seen: 0,
    }),
    outcomes: nothingHere,
  },
  // Of the technician's run, after all who must not; what is over is not cancelled again.
  'execution.cancel': {
    input: (_: unknown, id: string) => ({ id, reason: 'erreur' }),
    outcomes: { ...office, admin: 'CONFLICT', stranger: 'NOT_FOUND' },
  },
} as const;
