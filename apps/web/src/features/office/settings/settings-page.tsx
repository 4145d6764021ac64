'use client';

import { Button, Facts, Notice, Section, Stack, Text, Title } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { personWords } from '../../people/words.ts';
import { modelMessages } from '../models/messages.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Measure } from '../shared/measure.tsx';
import { Read } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { organisationMessages } from './messages.ts';
import { MailState, PhoneSetup } from './phone-setup.tsx';
import { SettingsForm } from './settings-form.tsx';
import type { Stored } from './use-settings.ts';

/** The organisation, and how phones come to it. */
export default function SettingsPage() {
  const t = useMessages(organisationMessages);
  const live = useLive();
  const query = trpc.organisation.get.useQuery();
  const mayManage = useCan('organisation.manage');
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Measure>
        <Stack gap={7}>
          <Title>{t.title}</Title>
          <Read query={query} words={t}>
            {(stored) => (
              <>
                {mayManage ? <SettingsForm stored={stored} /> : <ReadOnly stored={stored} />}
                <Section title={t.readyRemarks}>
                  <Stack gap={3}>
                    <Text>{t.readyRemarksText}</Text>
                    <Button trailingIcon="arrow-right" href="/office/remarks">
                      {t.openRemarks}
                    </Button>
                  </Stack>
                </Section>
                {mayManage && <ModelsLink />}
                <PhoneSetup server={stored.server} />
                <MailState server={stored.server} />
              </>
            )}
          </Read>
        </Stack>
      </Measure>
    </OfficeFrame>
  );
}

function ModelsLink() {
  const t = useMessages(modelMessages);
  return (
    <Section title={t.title}>
      <Stack gap={3}>
        <Text>{t.linkText}</Text>
        <Button trailingIcon="arrow-right" href="/office/settings/models">
          {t.link}
        </Button>
      </Stack>
    </Section>
  );
}

/** For who may look and not change. */
function ReadOnly({ stored }: { stored: Stored }) {
  const t = useMessages(organisationMessages);
  const words = useMessages(personWords);
  const format = useFormat();
  return (
    <Section title={t.organisation}>
      <Stack gap={4}>
        <Notice>{t.adminsOnly}</Notice>
        <Facts
          items={[
            { label: t.name, value: stored.name },
            { label: t.languages, value: format.list(stored.languages.map((one) => words[`language_${one}`])) },
            { label: t.timeZone, value: stored.timeZone },
            { label: t.placePolicy, value: t[`place_${stored.placePolicy}`] },
            { label: t.photoSide, value: t.pixels(format.decimal(String(stored.photoSide))) },
            { label: t.wifiOnly, value: stored.photosWifiOnly ? t.yes : t.no },
            { label: t.secondApproval, value: stored.secondApproval ? t.yes : t.no },
          ]}
        />
      </Stack>
    </Section>
  );
}
