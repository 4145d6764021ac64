'use client';

import { Button, Cluster, EmptyState, Section, Sheet, Stack, Text, Title } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { useDoor } from '../../../platform/use-door.ts';
import { OfficeFrame } from '../office-frame.tsx';
import { Confirm } from '../shared/confirm.tsx';
import { Measure } from '../shared/measure.tsx';
import { Read } from '../shared/page-state.tsx';
import { AssistantForm } from './assistant-form.tsx';
import { modelMessages } from './messages.ts';
import { ProviderCard } from './provider-card.tsx';
import { draftOf, newProvider, type Provider } from './provider-draft.ts';
import { ProviderForm } from './provider-form.tsx';

/** Which models the organisation asks, with what freedom, and for how much. */
export default function ModelsPage() {
  const t = useMessages(modelMessages);
  const live = useLive();
  const providers = trpc.provider.list.useQuery();
  const settings = trpc.ai.settings.useQuery();
  const asking = trpc.ai.asking.useQuery();
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Measure>
        <Stack gap={7}>
          <Stack gap={5}>
            <Cluster>
              <Button kind="quiet" icon="arrow-left" href="/office/settings">
                {t.back}
              </Button>
            </Cluster>
            <Stack gap={2}>
              <Title>{t.title}</Title>
              <Text isSoft>{t.lead}</Text>
              <Cluster>
                <Button kind="quiet" icon="calculator" href="/office/settings/models/costs">
                  {t.openCosts}
                </Button>
              </Cluster>
            </Stack>
          </Stack>
          <Read query={providers} words={t} lines={6}>
            {(all) => <Providers providers={all} />}
          </Read>
          <Read query={settings} words={t} lines={6}>
            {(stored) => (
              <Read query={asking} words={t} lines={6}>
                {({ choices, cast }) => <AssistantForm stored={stored} choices={choices} cast={cast} />}
              </Read>
            )}
          </Read>
        </Stack>
      </Measure>
    </OfficeFrame>
  );
}

function Providers({ providers }: { providers: readonly Provider[] }) {
  const t = useMessages(modelMessages);
  const language = useLanguage();
  const [open, setOpen] = useState<Provider | 'new' | null>(null);
  const stored = open === 'new' ? null : open;
  const close = () => setOpen(null);
  return (
    <Section
      title={t.providers}
      aside={
        <Button kind="action" icon="plus" onClick={() => setOpen('new')}>
          {t.add}
        </Button>
      }
    >
      <Stack gap={4}>
        {providers.length === 0 && (
          <EmptyState icon="chat" title={t.none}>
            {t.noneText}
          </EmptyState>
        )}
        {providers.map((provider) => (
          <ProviderCard key={provider.id} provider={provider} onEdit={() => setOpen(provider)} />
        ))}
      </Stack>
      <Sheet title={stored === null ? t.add : stored.name} isOpen={open !== null} onClose={close} closeLabel={t.close} side="end">
        {open !== null && (
          <Stack gap={6}>
            <ProviderForm
              begun={stored === null ? newProvider('openai', t.kind_openai, language) : draftOf(stored, language)}
              stored={stored}
              onSaved={close}
            />
            {stored !== null && <RemoveProvider provider={stored} onRemoved={close} />}
          </Stack>
        )}
      </Sheet>
    </Section>
  );
}

function RemoveProvider({ provider: { id, name }, onRemoved }: { provider: Provider; onRemoved(): void }) {
  const t = useMessages(modelMessages);
  const utils = trpc.useUtils();
  const door = useDoor('provider.remove');
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    if ((await door.go({ id })) === null) return;
    onRemoved();
    await utils.invalidate();
  };
  return (
    <>
      <Button kind="quiet" tone="stop" icon="trash" onClick={() => setAsking(true)}>
        {t.remove}
      </Button>
      <Confirm
        title={t.removeTitle(name)}
        isOpen={isAsking}
        doLabel={t.remove}
        cancelLabel={t.cancel}
        isStop
        isBusy={door.isBusy}
        refused={door.refused}
        onDo={() => void remove()}
        onClose={() => setAsking(false)}
      >
        {t.removeText}
      </Confirm>
    </>
  );
}
