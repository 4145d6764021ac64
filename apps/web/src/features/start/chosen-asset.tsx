'use client';

import { Button, Card, Notice, Stack, Text } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { startMessages } from './messages.ts';

interface ChosenAssetProps {
  readonly name: string;
  readonly where: string;
  /** Not of the expected type: said, never refused. */
  readonly warning: string | null;
  onChange(): void;
}

export function ChosenAsset({ name, where, warning, onChange }: ChosenAssetProps) {
  const t = useMessages(startMessages);
  return (
    <Stack gap={3}>
      <Card
        title={name}
        aside={
          <Button kind="quiet" onClick={onChange}>
            {t.change}
          </Button>
        }
      >
        <Text isSoft>{where}</Text>
      </Card>
      {warning !== null && <Notice tone="watch">{warning}</Notice>}
    </Stack>
  );
}
