'use client';

import { Code, Notice, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { CopyButton } from '../../qr/copy-button.tsx';
import { QrCode } from '../../qr/qr-code.tsx';
import { peopleMessages } from './messages.ts';

export type Link = Output<'person.invite'>;

/** A link that was just made, shown this once: to be scanned, copied, or already on its way by e-mail. */
export function HandedLink({ link }: { link: Link }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const title = t[`link_${link.kind}`](link.name);
  return (
    <Stack gap={4}>
      <Text>{title}</Text>
      <Mailed link={link} />
      {link.link !== null && (
        <>
          <QrCode text={link.link} label={title} />
          <Text kind="small" isSoft>
            {t.scan}
          </Text>
          <Text>
            <Code>{link.link}</Code>
          </Text>
          <CopyButton text={link.link} label={t.copy} />
          <Notice>{t.once}</Notice>
        </>
      )}
      <Text kind="small" isSoft>
        {t.until(format.moment(link.expiresAt))}
      </Text>
    </Stack>
  );
}

function Mailed({ link: { mail, email, link } }: { link: Link }) {
  const t = useMessages(peopleMessages);
  if (mail === 'off') return null;
  if (mail === 'failed')
    return (
      <Notice tone="watch" isLive>
        {link === null ? t.mailFailedAlone(email) : t.mailFailed(email)}
      </Notice>
    );
  return (
    <Notice tone="conform" isLive title={t.mailSent(email)}>
      {link === null && t.mailOnly}
    </Notice>
  );
}
