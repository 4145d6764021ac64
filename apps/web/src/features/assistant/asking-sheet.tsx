'use client';

import { SIDE_BY_SIDE, sameModel } from '@heliograph/domain/assistant';
import { Button, CheckButtons, Notice, Sheet, Stack, Text, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { RpcError } from '../../platform/rpc.ts';
import { assistantMessages } from './messages.ts';
import { type Asking, nameIn, type Taste } from './use-asking.ts';

interface AskingSheetProps {
  readonly asking: Asking;
  readonly isOpen: boolean;
  prefer(taste: Taste): Promise<void>;
  onClose(): void;
}

const TEMPERATURE = { min: 0, max: 2 };
const LONGEST = { min: 100, max: 16_000 };
const numberIn = (text: string, { min, max }: { min: number; max: number }): number | null => {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < min || value > max ? null : value;
};

/** Which models answer, and how: kept as the person's own way of asking. */
export function AskingSheet({ isOpen, onClose, ...props }: AskingSheetProps) {
  const t = useMessages(assistantMessages);
  return (
    <Sheet title={t.settings} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <AskingForm {...props} onDone={onClose} />
    </Sheet>
  );
}

function AskingForm({ asking, prefer, onDone }: Pick<AskingSheetProps, 'asking' | 'prefer'> & { onDone: () => void }) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const say = useRefusal();
  const { taste, choices } = asking;
  const able = choices.filter(({ abilities }) => abilities.includes('chat'));
  const [picked, setPicked] = useState<readonly string[]>(
    taste.isAutomatic ? [] : taste.models.flatMap((ref) => able.flatMap((one, at) => (sameModel(one, ref) ? [String(at)] : []))),
  );
  const [temperature, setTemperature] = useState(format.decimal(String(asking.temperature)));
  const [longest, setLongest] = useState(String(asking.longestAnswer));
  const [refused, setRefused] = useState<RpcError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const given = { temperature: numberIn(temperature, TEMPERATURE), longestAnswer: numberIn(longest, LONGEST) };
  const isTooMany = picked.length > SIDE_BY_SIDE;
  const wrong = ({ min, max }: { min: number; max: number }) => t.wrongNumber(format.number(min), format.number(max));
  const save = async () => {
    if (isTooMany || given.temperature === null || given.longestAnswer === null) return;
    setBusy(true);
    const models = picked.flatMap((at) => able[Number(at)] ?? []).map(({ provider, model }) => ({ provider, model }));
    try {
      await prefer({ isAutomatic: models.length === 0, models, temperature: given.temperature, longestAnswer: Math.round(given.longestAnswer) });
      onDone();
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap={5}>
      {refused !== null && (
        <Notice tone="watch" isLive>
          {say(refused)}
        </Notice>
      )}
      {able.length === 0 ? (
        <Text>{t.noModels}</Text>
      ) : (
        <CheckButtons
          label={t.models}
          hint={t.modelsHint}
          error={isTooMany ? t.modelsMost : undefined}
          values={picked}
          onChange={setPicked}
          options={able.map((one, at) => ({ value: String(at), label: nameIn(asking, one), detail: one.providerName }))}
        />
      )}
      <TextField
        label={t.temperature}
        inputMode="decimal"
        value={temperature}
        onChange={setTemperature}
        error={given.temperature === null ? wrong(TEMPERATURE) : undefined}
      />
      <TextField
        label={t.longestAnswer}
        inputMode="numeric"
        value={longest}
        onChange={setLongest}
        error={given.longestAnswer === null ? wrong(LONGEST) : undefined}
      />
      <Button kind="primary" isWide isBusy={isBusy} onClick={() => void save()}>
        {t.save}
      </Button>
    </Stack>
  );
}
