'use client';

import { Badge, Button, Card, Cluster, Notice, Stack, StateMark, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useDoor } from '../../../platform/use-door.ts';
import { faultWords } from './fault-words.ts';
import { modelMessages } from './messages.ts';
import type { Provider } from './provider-draft.ts';
import { useProviderRefusal } from './use-provider.ts';

interface ProviderCardProps {
  readonly provider: Provider;
  onEdit(): void;
}

/** One provider, and what works when it is tried. */
export function ProviderCard({ provider, onEdit }: ProviderCardProps) {
  const t = useMessages(modelMessages);
  const say = useProviderRefusal();
  const door = useDoor('provider.test');
  const [trial, setTrial] = useState<Output<'provider.test'> | null>(null);
  const { id, kind, name, baseUrl, keyEnd, hasKey, isOn, models, isEnvironment } = provider;
  const test = async (model: string) => {
    setTrial(null);
    setTrial(await door.go({ id, model }));
  };
  const first = models.find((model) => model.isOn) ?? models[0];
  return (
    <Card
      title={name}
      detail={[t[`kind_${kind}`], new URL(baseUrl).host, hasKey ? t.keyEnd(keyEnd) : t.keyless, t.modelCount(models.length)].join(' · ')}
      aside={<Badge tone={isOn ? 'conform' : undefined}>{isOn ? t.on : t.off}</Badge>}
    >
      <Stack gap={4}>
        {isEnvironment && <Text isSoft>{t.environment}</Text>}
        {models.length > 0 && (
          <Cluster gap={2}>
            {models.map((model) => (
              <Badge key={model.name}>{model.isOn ? model.name : `${model.name} (${t.off.toLowerCase()})`}</Badge>
            ))}
          </Cluster>
        )}
        <Cluster gap={3}>
          {!isEnvironment && (
            <Button kind="action" icon="pencil" onClick={onEdit} aria-label={t.editName(name)}>
              {t.edit}
            </Button>
          )}
          {first !== undefined && (
            <Button kind="quiet" icon="bolt" isBusy={door.isBusy} onClick={() => void test(first.name)}>
              {door.isBusy ? t.testing : t.test}
            </Button>
          )}
        </Cluster>
        <div role="status">
          {door.refused !== null && <Notice tone="watch">{say(door.refused)}</Notice>}
          {trial !== null && <Trials trial={trial} />}
        </div>
      </Stack>
    </Card>
  );
}

function Trials({ trial: { model, trials } }: { trial: Output<'provider.test'> }) {
  const t = useMessages(modelMessages);
  const faults = useMessages(faultWords);
  return (
    <Stack gap={2}>
      <Text kind="small" isSoft>
        {t.testOf(model)}
      </Text>
      {trials.map(({ ability, fault }) => (
        <StateMark
          key={ability}
          mark={fault === null ? 'conform' : ability === 'chat' ? 'out' : 'watch'}
          label={t.trialOf(t[`ability_${ability}`], fault === null ? t.works : faults[`fault_${fault}`])}
          size="small"
        />
      ))}
    </Stack>
  );
}
