import { defineMessages } from '../../platform/messages.ts';
import { plural } from '../../platform/plural.ts';

export const fieldMessages = defineMessages({
  fr: {
    today: 'Ma journée',
    library: 'Procédures',
    scan: 'Scanner',
    more: 'Plus',
    navigation: 'Navigation principale',
    back: 'Retour',
    emergency: 'Urgence',
    reading: 'Lecture du téléphone…',
    allSent: 'Tout est envoyé',
    toSend: (n: number) => `${plural('fr', n, { one: '# relevé', other: '# relevés' })} à envoyer`,
    photosToSend: (n: number) => `${plural('fr', n, { one: '# photo', other: '# photos' })} à envoyer`,
    both: (records: number, photos: number) =>
      `${plural('fr', records, { one: '# relevé', other: '# relevés' })}, ${plural('fr', photos, { one: '# photo', other: '# photos' })}`,
    sending: 'Envoi en cours',
    offline: 'Hors ligne',
    signInToSend: 'Reconnectez-vous pour envoyer',
    blocked: 'Compte suspendu : vos relevés restent sur ce téléphone',
    attention: (n: number) => `${n} à vérifier`,
    updateNeeded: 'Mise à jour nécessaire pour recevoir',
  },
  en: {
    today: 'My day',
    library: 'Procedures',
    scan: 'Scan',
    more: 'More',
    navigation: 'Main navigation',
    back: 'Back',
    emergency: 'Emergency',
    reading: 'Reading this phone…',
    allSent: 'Everything is sent',
    toSend: (n: number) => `${plural('en', n, { one: '# record', other: '# records' })} to send`,
    photosToSend: (n: number) => `${plural('en', n, { one: '# photo', other: '# photos' })} to send`,
    both: (records: number, photos: number) =>
      `${plural('en', records, { one: '# record', other: '# records' })}, ${plural('en', photos, { one: '# photo', other: '# photos' })}`,
    sending: 'Sending',
    offline: 'Offline',
    signInToSend: 'Sign in again to send',
    blocked: 'Account suspended: your records stay on this phone',
    attention: (n: number) => `${n} to check`,
    updateNeeded: 'Update needed to receive',
  },
});
