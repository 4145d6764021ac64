/** What acts are about: the beginning of their names. */
export const GROUPS = [
  'session',
  'person',
  'invitation',
  'organisation',
  'site',
  'asset',
  'procedure',
  'execution',
  'tip',
  'analysis',
  'export',
  'device',
  'server',
  'provider',
  'assistant',
] as const;
export type Group = (typeof GROUPS)[number];
