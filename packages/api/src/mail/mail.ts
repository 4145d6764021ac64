import { createTransport } from 'nodemailer';
import type { Env } from '../env.ts';
import type { Log } from '../log.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text: what it says is read on every device, and nothing in it runs. */
  readonly text: string;
}

/** `off`: this installation sends no mail, and hands links over on the screen. */
export type MailOutcome = 'sent' | 'failed' | 'off';

export interface Mail {
  readonly isOn: boolean;
  /** Sends one letter. Never throws: what was done stands, whether or not a mail server could be reached. */
  send(letter: Letter): Promise<MailOutcome>;
}

export const noMail: Mail = { isOn: false, send: async () => 'off' };

/** A mail server may be slow, but somebody is waiting for the answer, ms. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 } as const;

/** Letters by SMTP, as `SMTP_URL` says; the one importer of nodemailer. */
export function createMail({ smtpUrl, mailFrom }: Pick<Env, 'smtpUrl' | 'mailFrom'>, log: Log): Mail {
  if (smtpUrl === null) return noMail;
  const transport = createTransport({ url: smtpUrl, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true }, { from: mailFrom });
  return {
    isOn: true,
    send: async ({ to, subject, text }) => {
      try {
        // As an object, an address is one address, whatever characters are in it.
        await transport.sendMail({ to: { name: '', address: to }, subject, text });
        return 'sent';
      } catch (error) {
        log.error('mail', new Error(error instanceof Error && 'code' in error ? `SMTP ${error.code}` : 'SMTP'));
        return 'failed';
      }
    },
  };
}
