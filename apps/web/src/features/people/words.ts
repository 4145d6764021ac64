import { defineMessages } from '../../platform/messages.ts';

/** What people are in an organisation, in words. */
export const personWords = defineMessages({
  fr: {
    role_technician: 'Technicien',
    role_supervisor: 'Superviseur',
    role_admin: 'Administrateur',
    status_active: 'Actif',
    status_suspended: 'Suspendu',
    status_inactive: 'Parti',
    language_fr: 'Français',
    language_en: 'Anglais',
  },
  en: {
    role_technician: 'Technician',
    role_supervisor: 'Supervisor',
    role_admin: 'Administrator',
    status_active: 'Active',
    status_suspended: 'Suspended',
    status_inactive: 'Left',
    language_fr: 'French',
    language_en: 'English',
  },
});
