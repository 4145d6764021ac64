import type { InvitationKind, Language, Localized } from '@heliograph/domain';
import type { Letter } from '../mail/mail.ts';

interface About {
  readonly to: string;
  readonly name: string;
  readonly organisation: string;
  readonly link: string;
  readonly language: Language;
  readonly kind: InvitationKind;
}

interface Words {
  readonly subject: (organisation: string) => Localized;
  readonly what: Localized;
}

const WORDS: Readonly<Record<InvitationKind, Words>> = {
  join: {
    subject: (name) => ({ fr: `${name} vous invite sur Heliograph`, en: `${name} invites you to Heliograph` }),
    what: {
      fr: 'Ouvrez ce lien sur votre téléphone pour choisir votre mot de passe. Il sert une fois, pendant trois jours.',
      en: 'Open this link on your phone to choose your password. It works once, for three days.',
    },
  },
  reset: {
    subject: () => ({ fr: 'Votre nouveau mot de passe Heliograph', en: 'Your new Heliograph password' }),
    what: {
      fr: 'Ouvrez ce lien pour choisir un nouveau mot de passe. Il sert une fois, pendant une heure.',
      en: 'Open this link to choose a new password. It works once, for one hour.',
    },
  },
  email: {
    subject: () => ({ fr: 'Votre nouvelle adresse sur Heliograph', en: 'Your new address on Heliograph' }),
    what: {
      fr: 'Ouvrez ce lien pour confirmer que cette adresse est la vôtre. Il sert une fois, pendant un jour.',
      en: 'Open this link to confirm that this address is yours. It works once, for one day.',
    },
  },
};

const FRAME = {
  fr: {
    hello: (name: string) => `Bonjour ${name},`,
    ignore: 'Si vous n’attendiez pas ce message, ne faites rien : sans le lien, rien ne change.',
  },
  en: { hello: (name: string) => `Hello ${name},`, ignore: 'If you did not expect this message, do nothing: without the link, nothing changes.' },
} as const;

/** The mail that carries a link, in the reader's language. */
export function letterFor({ to, name, organisation, link, language, kind }: About): Letter {
  const { subject, what } = WORDS[kind];
  const { hello, ignore } = FRAME[language];
  return {
    to,
    subject: subject(organisation)[language],
    text: [hello(name), '', what[language], '', link, '', ignore, '', organisation, ''].join('\n'),
  };
}
