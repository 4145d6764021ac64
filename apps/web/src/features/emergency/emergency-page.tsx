'use client';

import { EMERGENCY_WARNING, type Site } from '@heliograph/domain';
import { BackLink, Button, List, ListRow, Screen, Section, Stack, Text, TopBar } from '@heliograph/ui';
import { useRefs } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { goBack } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import styles from './emergency.module.css';
import { emergencyMessages } from './messages.ts';
import { Numbers } from './numbers.tsx';
import { SiteSheet } from './site-sheet.tsx';

/** Read by frightened people, with no network: the danger, the numbers, then where help must come. The numbers wait for nothing. */
export default function EmergencyPage({ site }: { site?: string }) {
  const t = useMessages(emergencyMessages);
  const language = useLanguage();
  useTitle(t.title);
  return (
    <Screen top={<TopBar title={t.title} start={<BackLink label={t.back} onClick={() => goBack('/app')} />} />}>
      <div className={styles.sheet}>
        <Stack gap={5}>
          <p className={styles.warning}>{EMERGENCY_WARNING[language]}</p>
          <Numbers />
          <Where wanted={site ?? null} />
        </Stack>
      </div>
    </Screen>
  );
}

function Where({ wanted }: { wanted: string | null }) {
  const t = useMessages(emergencyMessages);
  const sites = useRefs('site');
  if (sites === undefined) return null;
  const [only, ...others] = sites;
  if (only === undefined) return <Text kind="lead">{t.noSite}</Text>;
  const shown = sites.find(({ id }) => id === wanted) ?? (wanted === null && others.length === 0 ? only : null);
  if (shown === null) return <SiteChoice sites={sites} isUnknown={wanted !== null} />;
  return (
    <>
      <SiteSheet site={shown} />
      {others.length > 0 && (
        <Button isWide href="/app/emergency">
          {t.otherSite}
        </Button>
      )}
    </>
  );
}

function SiteChoice({ sites, isUnknown }: { sites: readonly Site[]; isUnknown: boolean }) {
  const t = useMessages(emergencyMessages);
  return (
    <Section title={t.which}>
      {isUnknown && <Text>{t.unknownSite}</Text>}
      <List>
        {sites.map(({ id, name, address }) => (
          <ListRow key={id} title={name} detail={address} href={`/app/emergency/${id}`} />
        ))}
      </List>
    </Section>
  );
}
