'use client';

import { can } from '@heliograph/domain';
import { Code, Facts, Icon, List, ListRow, Screen, Section, Switch } from '@heliograph/ui';
import { BUILD } from '../../platform/build.ts';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { prefer, usePreferences } from '../../platform/preferences.ts';
import { useTitle } from '../../platform/title.ts';
import { usePlantAhead } from '../assets/use-plant.ts';
import { FieldBottom } from '../field/field-bottom.tsx';
import { FieldTop } from '../field/field-top.tsx';
import { useSyncState } from '../field/use-sync-state.ts';
import { settingsMessages } from './messages.ts';

/** Everything that is not the work of the day. */
export default function MorePage() {
  const t = useMessages(settingsMessages);
  const { role } = useField().identity;
  const { theme } = usePreferences();
  const sync = useSyncState();
  usePlantAhead();
  useTitle(t.more);
  return (
    <Screen top={<FieldTop title={t.more} />} bottom={<FieldBottom current="more" />}>
      <List>
        <ListRow leading={<Icon name="emergency" />} title={t.emergency} detail={t.emergencyText} href="/app/emergency" />
        <ListRow leading={<Icon name="sync" />} title={t.sync} detail={sync.label} href="/app/sync" />
        <ListRow leading={<Icon name="list" />} title={t.procedures} detail={t.proceduresText} href="/app/library" />
        <ListRow leading={<Icon name="tree" />} title={t.assets} detail={t.assetsText} href="/app/assets" />
        <ListRow leading={<Icon name="info" />} title={t.tips} href="/app/tips" />
        <ListRow leading={<Icon name="settings" />} title={t.settings} detail={t.settingsText} href="/app/settings" />
        {can({ role, deliverOnly: false }, 'office.read') && (
          <ListRow leading={<Icon name="desk" />} title={t.office} detail={t.officeText} href="/office" />
        )}
      </List>
      <Switch label={t.sunMode} hint={t.sunModeHint} isOn={theme === 'soleil'} onChange={(isOn) => prefer({ theme: isOn ? 'soleil' : 'auto' })} />
      <Section title={t.about}>
        <Facts items={[{ label: t.version, value: <Code>{BUILD}</Code> }]} />
      </Section>
    </Screen>
  );
}
