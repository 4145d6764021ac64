'use client';

import { Code, Disclosure, List, ListRow, Notice, Section, Stack, StateMark, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { Part } from '../../people/part.tsx';
import { CopyButton } from '../../qr/copy-button.tsx';
import { QrCode } from '../../qr/qr-code.tsx';
import { organisationMessages } from './messages.ts';
import type { Stored } from './use-settings.ts';

/** How a phone gets here: the address as a code, and before it the certificate where the server made its own. */
export function PhoneSetup({ server: { addresses, certificate } }: Pick<Stored, 'server'>) {
  const t = useMessages(organisationMessages);
  const [best, ...others] = addresses;
  if (best === undefined)
    return (
      <Part title={t.phones}>
        <Notice tone="watch">{t.noAddress}</Notice>
      </Part>
    );
  const address = `${best}/app`;
  return (
    <Part title={t.phones}>
      <Stack gap={4}>
        <Text>{t.phonesText}</Text>
        <QrCode text={address} label={t.address} />
        <Text>
          <Code>{address}</Code>
        </Text>
        <CopyButton text={address} label={t.copy} />
        {others.length > 0 && (
          <Disclosure summary={t.addresses(others.length)}>
            <List label={t.address}>
              {others.map((one) => (
                <ListRow key={one} title={<Code>{one}</Code>} />
              ))}
            </List>
          </Disclosure>
        )}
        {certificate !== null && <Certificate address={certificate} />}
      </Stack>
    </Part>
  );
}

function Certificate({ address }: { address: string }) {
  const t = useMessages(organisationMessages);
  return (
    <Section title={t.certificate} level={3}>
      <Stack gap={3}>
        <Text isSoft>{t.certificateText}</Text>
        <QrCode text={address} label={t.certificate} />
        <Text>
          <Code>{address}</Code>
        </Text>
        <CopyButton text={address} label={t.certificateCopy} />
        <List isOrdered>
          {[t.certificate_download, t.certificate_android, t.certificate_iphone, t.certificate_open].map((step, at) => (
            <ListRow key={step} leading={`${at + 1}`} title={step} />
          ))}
        </List>
      </Stack>
    </Section>
  );
}

/** Whether this server sends letters. */
export function MailState({ server: { mail } }: Pick<Stored, 'server'>) {
  const t = useMessages(organisationMessages);
  return (
    <Part title={t.mail}>
      <StateMark mark={mail ? 'conform' : 'none'} label={mail ? t.mailOn : t.mailOff} size="small" />
    </Part>
  );
}
