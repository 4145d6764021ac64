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
  const [trials, setTrials] = useState<readonly Tried[]>([]);
  const [isTesting, setTesting] = useState(false);
  const { id, kind, name, baseUrl, keyEnd, hasKey, isKeyLost, isOn, models, isEnvironment } = provider;
  const inUse = models.filter((model) => model.isOn);
  const toTest = inUse.length > 0 ? inUse : models.slice(0, 1);
  // One after the other: what fails for the provider as a whole is not paid for, or waited for, once for each model.
  const test = async () => {
    setTrials([]);
    setTesting(true);
    for (const { name: model } of toTest) {
      const tried = await door.go({ id, model });
      if (tried === null) break;
      setTrials((before) => [...before, tried]);
      if (failsForAll(tried)) break;
    }
    setTesting(false);
  };
  return (
    <Card
      title={name}
      detail={[t[`kind_${kind}`], new URL(baseUrl).host, hasKey ? t.keyEnd(keyEnd) : t.keyless, t.modelCount(models.length)].join(' · ')}
      aside={<Badge tone={isOn ? 'conform' : undefined}>{isOn ? t.on : t.off}</Badge>}
    >
      <Stack gap={4}>
        {isKeyLost && <Notice tone="watch">{t.keyLost(keyEnd)}</Notice>}
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
          {toTest.length > 0 && (
            <Button kind="quiet" icon="bolt" isBusy={isTesting} onClick={() => void test()}>
              {isTesting ? t.testing : t.test}
            </Button>
          )}
        </Cluster>
        <div role="status">
          {door.refused !== null && <Notice tone="watch">{say(door.refused)}</Notice>}
          <Stack gap={4}>
            {trials.map((tried) => (
              <Trials key={tried.model} tried={tried} />
            ))}
          </Stack>
        </div>
      </Stack>
    </Card>
  );
}

type Tried = Output<'provider.test'>;

/** Its key, its address or its account: the next model would hear the same. */
const OF_THE_PROVIDER: readonly (string | null)[] = ['key', 'unreachable', 'address', 'quota'];
const failsForAll = ({ trials }: Tried): boolean => trials.some(({ ability, fault }) => ability === 'chat' && OF_THE_PROVIDER.includes(fault));

function Trials({ tried: { model, trials } }: { tried: Tried }) {
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
          label={t.trialOf(
            t[`ability_${ability}`],
            fault === null ? t.works : ability === 'json' && fault === 'garbage' ? t.noFormat : faults[`fault_${fault}`],
          )}
          size="small"
        />
      ))}
    </Stack>
  );
}
