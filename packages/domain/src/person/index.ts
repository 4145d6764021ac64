export * from './invitation.ts';
export * from './password.ts';
export * from './person.ts';
export * from './preferences.ts';
