import type { ErrorCode } from '@heliograph/domain';
import { defineMessages, useMessages } from '../messages.ts';
import { plural } from '../plural.ts';
import type { RpcError } from '../rpc.ts';

/** What the server's refusals ask of a person: what happened, and what to do. */
const refusals = defineMessages({
  fr: {
    NOT_FOUND: 'Introuvable : cet élément n’existe pas, ou n’est pas visible pour vous.',
    deliver_only: 'Votre accès est suspendu, ou cette session a été fermée. Reconnectez-vous, ou adressez-vous à votre administrateur.',
    NOT_ALLOWED: 'Vous n’avez pas le droit de faire cela. Demandez à votre superviseur.',
    SIGNED_OUT: 'Votre session est terminée. Reconnectez-vous.',
    INVALID: 'La demande n’est pas valable. Vérifiez ce qui est saisi.',
    CONFLICT: 'Cet élément a changé entre-temps. Relisez-le, puis recommencez.',
    TOO_LARGE: 'C’est trop volumineux pour être envoyé.',
    TOO_MANY: (seconds: number) => `Trop d’essais. Attendez ${plural('fr', seconds, { one: '# seconde', other: '# secondes' })}, puis recommencez.`,
    UNSUPPORTED: 'Ce type de contenu n’est pas accepté.',
    UNAVAILABLE: 'Le serveur ne peut pas répondre pour l’instant. Réessayez dans un moment.',
    INTERNAL: 'Le serveur a rencontré un problème. Rien n’est perdu ; réessayez dans un moment.',
    UNREACHED: 'Le serveur est hors d’atteinte. Vérifiez le réseau, puis réessayez.',
  },
  en: {
    NOT_FOUND: 'Not found: this does not exist, or is not yours to see.',
    deliver_only: 'Your access is suspended, or this session was closed. Sign in again, or ask your administrator.',
    NOT_ALLOWED: 'You may not do this. Ask your supervisor.',
    SIGNED_OUT: 'Your session is over. Sign in again.',
    INVALID: 'The request is not valid. Check what you entered.',
    CONFLICT: 'This has changed in the meantime. Look at it again, then retry.',
    TOO_LARGE: 'This is too large to send.',
    TOO_MANY: (seconds: number) => `Too many attempts. Wait ${plural('en', seconds, { one: '# second', other: '# seconds' })}, then try again.`,
    UNSUPPORTED: 'This kind of content is not accepted.',
    UNAVAILABLE: 'The server cannot answer just now. Try again in a moment.',
    INTERNAL: 'The server had a problem. Nothing is lost; try again in a moment.',
    UNREACHED: 'The server is out of reach. Check the network, then try again.',
  } satisfies Record<ErrorCode | 'UNREACHED' | 'deliver_only', unknown>,
});

/** A refusal in the person's language. Never a code. */
export function useRefusal(): (error: RpcError) => string {
  const words = useMessages(refusals);
  return ({ code, details }) => {
    const said = words[details['reason'] === 'deliver_only' ? 'deliver_only' : code];
    const wait = details['retryAfter'];
    return typeof said === 'string' ? said : said(typeof wait === 'number' ? Math.ceil(wait) : 60);
  };
}
