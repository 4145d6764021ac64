import { type Language, type OrganisationId, organisationIdSchema, type Role, type UserId, userIdSchema } from '@heliograph/domain';
import { namedId } from './ids.ts';

export interface DemoPerson {
  readonly user: UserId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly certifications: readonly string[];
}

export interface DemoOrganisation {
  readonly org: OrganisationId;
  readonly name: string;
  readonly slug: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Everybody's password in the demonstration, part of the public contract. */
export const DEMO_PASSWORD = 'quatre-chaines-au-soleil';

const person = (who: Omit<DemoPerson, 'user'>): DemoPerson => ({ ...who, user: userIdSchema.parse(namedId(who.email)) });

export const DEMO: DemoOrganisation = {
  org: organisationIdSchema.parse(namedId('demo')),
  name: 'Soleil d’Oc Maintenance',
  slug: 'demo',
  language: 'fr',
  timeZone: 'Europe/Paris',
};
export const OTHER: DemoOrganisation = {
  org: organisationIdSchema.parse(namedId('other')),
  name: 'Southdown Solar Services',
  slug: 'other',
  language: 'en',
  timeZone: 'Europe/London',
};

export const CAST = {
  /** May lead every procedure of the starter library; Yanis meets the gate of rule 6. */
  camille: person({
    ...{ email: 'tech@demo.test', name: 'Camille Roussel', role: 'technician' },
    certifications: ['BR-PV', 'B2V-PV', 'BC', 'BP', 'H0-H0V', 'TH', 'SST'],
  }),
  yanis: person({ email: 'tech2@demo.test', name: 'Yanis Belkacem', role: 'technician', certifications: ['B1V-PV', 'BP', 'B0', 'SST'] }),
  helene: person({ email: 'supervisor@demo.test', name: 'Hélène Marchetti', role: 'supervisor', certifications: ['B2V-PV', 'BC', 'BR-PV'] }),
  marc: person({ email: 'admin@demo.test', name: 'Marc Delaunay', role: 'admin', certifications: [] }),
};

export const OTHER_CAST = {
  owen: person({ email: 'tech@other.test', name: 'Owen Price', role: 'technician', certifications: ['BR-PV', 'BC', 'BP', 'SST'] }),
  priya: person({ email: 'supervisor@other.test', name: 'Priya Shah', role: 'supervisor', certifications: [] }),
  tom: person({ email: 'admin@other.test', name: 'Tom Alder', role: 'admin', certifications: [] }),
};
