import { ACTIONS, type ActionName } from '@heliograph/domain/activity';
import { defineMessages } from '../../../platform/messages.ts';

/** Every act on record in words. One that is added to the domain does not compile until it has its own here. */
const FRENCH = {
  'act_session.open': 'Connexion',
  'act_session.end': 'Déconnexion',
  'act_session.refuse': 'Connexion refusée',
  'act_person.invite': 'Invitation',
  'act_person.join': 'Arrivée dans l’équipe',
  'act_person.update': 'Profil modifié',
  'act_person.suspend': 'Accès suspendu',
  'act_person.resume': 'Accès rétabli',
  'act_person.deactivate': 'Départ de l’équipe',
  'act_person.reset': 'Lien de nouveau mot de passe',
  'act_person.email': 'Changement d’adresse demandé',
  'act_person.password': 'Mot de passe changé',
  'act_person.end_sessions': 'Sessions fermées',
  'act_invitation.revoke': 'Invitation retirée',
  'act_organisation.create': 'Organisation créée',
  'act_organisation.update': 'Réglages modifiés',
  'act_site.create': 'Site créé',
  'act_site.update': 'Site modifié',
  'act_site.retire': 'Site retiré',
  'act_site.restore': 'Site rétabli',
  'act_site.assign': 'Site confié',
  'act_site.unassign': 'Site repris',
  'act_asset.create': 'Équipement créé',
  'act_asset.update': 'Équipement modifié',
  'act_asset.move': 'Équipement déplacé',
  'act_asset.retire': 'Équipement retiré',
  'act_asset.restore': 'Équipement rétabli',
  'act_asset.import': 'Équipements importés',
  'act_procedure.publish': 'Procédure publiée',
  'act_procedure.withdraw': 'Procédure retirée',
  'act_execution.assign': 'Travail donné',
  'act_execution.cancel': 'Travail annulé',
  'act_execution.review': 'Intervention relue',
  'act_execution.reopen': 'Intervention rouverte',
  'act_export.make': 'Données exportées',
} as const satisfies Readonly<Record<`act_${ActionName}`, string>>;

export const actWords = defineMessages<Readonly<Record<keyof typeof FRENCH, string>>>({
  fr: FRENCH,
  en: {
    'act_session.open': 'Signed in',
    'act_session.end': 'Signed out',
    'act_session.refuse': 'Sign-in refused',
    'act_person.invite': 'Invitation made',
    'act_person.join': 'Joined the team',
    'act_person.update': 'Profile changed',
    'act_person.suspend': 'Access suspended',
    'act_person.resume': 'Access restored',
    'act_person.deactivate': 'Left the team',
    'act_person.reset': 'Link to a new password',
    'act_person.email': 'Change of address asked for',
    'act_person.password': 'Password changed',
    'act_person.end_sessions': 'Sessions ended',
    'act_invitation.revoke': 'Invitation withdrawn',
    'act_organisation.create': 'Organisation created',
    'act_organisation.update': 'Settings changed',
    'act_site.create': 'Site created',
    'act_site.update': 'Site changed',
    'act_site.retire': 'Site retired',
    'act_site.restore': 'Site restored',
    'act_site.assign': 'Site entrusted',
    'act_site.unassign': 'Site taken back',
    'act_asset.create': 'Equipment created',
    'act_asset.update': 'Equipment changed',
    'act_asset.move': 'Equipment moved',
    'act_asset.retire': 'Equipment retired',
    'act_asset.restore': 'Equipment restored',
    'act_asset.import': 'Equipment imported',
    'act_procedure.publish': 'Procedure published',
    'act_procedure.withdraw': 'Procedure withdrawn',
    'act_execution.assign': 'Work given',
    'act_execution.cancel': 'Work cancelled',
    'act_execution.review': 'Intervention reviewed',
    'act_execution.reopen': 'Intervention reopened',
    'act_export.make': 'Data exported',
  },
});

type Words = (typeof actWords)['fr'];

const isAction = (name: string): name is ActionName => ACTIONS.some((one) => one === name);

/** An act in words; what a newer server wrote keeps its own name. */
export const wordsOfAct = (t: Words, action: string): string => (isAction(action) ? t[`act_${action}`] : action);
