const office = { nobody: 'SIGNED_OUT', technician: 'NOT_ALLOWED', supervisor: 'ok', admin: 'ok', stranger: 'ok' } as const;

/** The doors of the desk's own page frame in the matrix of access. */
export const deskRows = {
  'office.waiting': { input: () => undefined, outcomes: office },
} as const;
