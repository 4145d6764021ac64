'use client';

import { languageSchema } from '@heliograph/domain';
import { SIDE_BY_SIDE, sameModel } from '@heliograph/domain/assistant';
import { Button, CheckButtons, Cluster, Notice, SelectField, Stack, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../platform/format.ts';
import { useRefusal } from '../../platform/messages/refusals.ts';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGE_OPTIONS } from '../../platform/preferences.ts';
import { RpcError } from '../../platform/rpc.ts';
import { assistantMessages } from './messages.ts';
import { type Asking, nameIn, type Taste } from './use-asking.ts';

interface AskingFormProps {
  /** Under a thumb the button is as wide as the screen. */
  readonly isWide?: boolean;
  readonly asking: Asking;
  prefer(taste: Taste): Promise<void>;
  onDone(): void;
}

const TEMPERATURES = [0.2, 0.7, 1];
/** Tokens: a remark, half a page, a page, three pages. */
const LENGTHS = [300, 1000, 2000, 6000];

/** Which models answer a person, how freely and at what length and in which language: theirs alone. What they leave open is as the organisation does. */
export function AskingForm({ asking, isWide = true, prefer, onDone }: AskingFormProps) {
  const t = useMessages(assistantMessages);
  const say = useRefusal();
  const { taste, choices, usual } = asking;
  const able = choices.filter(({ abilities }) => abilities.includes('chat'));
  const [picked, setPicked] = useState<readonly string[]>(
    taste.isAutomatic ? [] : taste.models.flatMap((ref) => able.flatMap((one, at) => (sameModel(one, ref) ? [String(at)] : []))),
  );
  const [temperature, setTemperature] = useState(taste.temperature);
  const [longestAnswer, setLongest] = useState(taste.longestAnswer);
  const [language, setLanguage] = useState(taste.language);
  const [refused, setRefused] = useState<RpcError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isTooMany = picked.length > SIDE_BY_SIDE;
  const save = async () => {
    if (isTooMany) return;
    setBusy(true);
    setRefused(null);
    const models = picked.flatMap((at) => able[Number(at)] ?? []).map(({ provider, model }) => ({ provider, model }));
    try {
      await prefer({ isAutomatic: models.length === 0, models, temperature, longestAnswer, language });
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
      <Ways {...{ usual, temperature, longestAnswer }} onTemperature={setTemperature} onLongest={setLongest} />
      <SelectField
        label={t.answerLanguage}
        value={language ?? ''}
        onChange={(value) => setLanguage(languageSchema.safeParse(value).data ?? null)}
        options={[{ value: '', label: t.asApplication }, ...LANGUAGE_OPTIONS]}
      />
      <Cluster>
        <Button kind="primary" isWide={isWide} isBusy={isBusy} onClick={() => void save()}>
          {t.save}
        </Button>
      </Cluster>
    </Stack>
  );
}

interface WaysProps extends Pick<Taste, 'temperature' | 'longestAnswer'>, Pick<Asking, 'usual'> {
  onTemperature(value: number | null): void;
  onLongest(value: number | null): void;
}

/** Numbers under words: a glove chooses, nobody types. */
function Ways({ usual, temperature, longestAnswer, onTemperature, onLongest }: WaysProps) {
  const t = useMessages(assistantMessages);
  const format = useFormat();
  const freedom = (value: number) => {
    const number = format.decimal(String(value));
    return value <= 0.4 ? t.precise(number) : value < 0.9 ? t.balanced(number) : t.free(number);
  };
  const length = (value: number) => t.lengthTokens(format.number(value));
  return (
    <>
      <SelectField
        label={t.temperature}
        value={wordOf(temperature)}
        onChange={(value) => onTemperature(numberOf(value))}
        options={optionsOf(TEMPERATURES, { own: temperature, asOrganisation: t.asOrganisation(freedom(usual.temperature)), say: freedom })}
      />
      <SelectField
        label={t.longestAnswer}
        hint={t.longestHint}
        value={wordOf(longestAnswer)}
        onChange={(value) => onLongest(numberOf(value))}
        options={optionsOf(LENGTHS, { own: longestAnswer, asOrganisation: t.asOrganisation(length(usual.longestAnswer)), say: length })}
      />
    </>
  );
}

const wordOf = (value: number | null): string => (value === null ? '' : String(value));
const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

interface Wording {
  /** What the person has now, which may stand in no list. */
  readonly own: number | null;
  readonly asOrganisation: string;
  say(value: number): string;
}

function optionsOf(values: readonly number[], { own, asOrganisation, say }: Wording): { value: string; label: string }[] {
  const all = own === null || values.includes(own) ? values : [...values, own].toSorted((a, b) => a - b);
  return [{ value: '', label: asOrganisation }, ...all.map((value) => ({ value: String(value), label: say(value) }))];
}
