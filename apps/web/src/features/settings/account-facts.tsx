'use client';

import { Facts, List, Section, Text } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { personWords } from '../people/words.ts';
import { CertificationRow } from '../procedure/certifications.tsx';
import { settingsMessages } from './messages.ts';

export function AccountFacts() {
  const t = useMessages(settingsMessages);
  const { user, org, role } = useField().identity;
  const words = useMessages(personWords);
  return (
    <Facts
      items={[
        { label: t.name, value: user.name },
        { label: t.email, value: user.email },
        { label: t.organisation, value: org.name },
        { label: t.role, value: words[`role_${role}`] },
      ]}
    />
  );
}

/** What the person may do at work, and until when, as the office knows it. */
export function HeldCertifications() {
  const t = useMessages(settingsMessages);
  const { certifications } = useField().identity;
  return (
    <Section title={t.certifications}>
      {certifications.length === 0 ? (
        <Text isSoft>{t.noCertification}</Text>
      ) : (
        <List>
          {certifications.map(({ code }) => (
            <CertificationRow key={code} code={code} />
          ))}
        </List>
      )}
    </Section>
  );
}
