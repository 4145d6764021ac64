'use client';

import { Facts, List, ListRow, Section, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { siteMessages } from './messages.ts';
import { EMERGENCY } from './site-draft.ts';

/** The record of a site: where it is, what to do in an emergency, who has it on the phone. */
export function SiteSheet({ opened: { site, people } }: { opened: Output<'site.get'> }) {
  const t = useMessages(siteMessages);
  const { decimal } = useFormat();
  const place = site.lat === null || site.lon === null ? t.notGiven : `${decimal(String(site.lat))} · ${decimal(String(site.lon))}`;
  return (
    <Stack gap={6}>
      <Facts
        items={[
          { label: t.address, value: site.address || t.notGiven },
          { label: t.place, value: place },
          { label: t.timeZone, value: site.timeZone.replaceAll('_', ' ') },
        ]}
      />
      <Section title={t.emergency}>
        <Facts items={EMERGENCY.map((name) => ({ label: t[name], value: site.emergency[name] || t.notGiven }))} />
      </Section>
      <Section title={t.people}>
        {people.length === 0 ? (
          <Text isSoft>{t.nobody}</Text>
        ) : (
          <List label={t.people}>
            {people.map(({ id, name }) => (
              <ListRow key={id} title={name} />
            ))}
          </List>
        )}
      </Section>
    </Stack>
  );
}
