'use client';

import { Button, Notice, Section, Stack, TextField } from '@heliograph/ui';
import { useState } from 'react';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { emptyInstrument, type InstrumentForm } from './card-form.ts';
import { conditionsMessages } from './messages.ts';
import type { ConditionsForm } from './use-conditions-form.ts';
import { usualInstruments } from './usual-instruments.ts';

interface InstrumentFieldsProps {
  readonly card: ConditionsForm;
  isDue(calibrated: string): boolean;
}

/** With what it was measured: a reading is worth as much as its instrument. */
export function InstrumentFields({ card, isDue }: InstrumentFieldsProps) {
  const t = useMessages(conditionsMessages);
  const format = useFormat();
  const [usual] = useState(usualInstruments);
  const { instruments } = card.form;
  const missing = card.read?.kind === 'problems' ? card.read.instruments : [];
  const set = (at: number, part: Partial<InstrumentForm>) =>
    card.change({ instruments: instruments.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <Stack gap={5}>
      {instruments.map((one, at) => (
        // Rows are only added at the end, and typed into where they stand.
        <Section key={`${at} of ${instruments.length}`} title={t.instrument(at + 1)} level={3}>
          <Stack gap={3}>
            <TextField
              id={`instrument-${at}`}
              label={t.name}
              value={one.name}
              maxLength={200}
              autoComplete="off"
              error={missing.includes(at) ? t.incomplete : undefined}
              onChange={(name) => set(at, { name })}
            />
            <TextField label={t.serial} value={one.serial} maxLength={100} autoComplete="off" onChange={(serial) => set(at, { serial })} />
            <TextField
              label={t.calibrated}
              hint={t.calibratedHint}
              type="date"
              value={one.calibrated}
              onChange={(calibrated) => set(at, { calibrated })}
            />
            {isDue(one.calibrated) && (
              <Notice tone="watch" isLive>
                {t.calibrationDue}
              </Notice>
            )}
            <Button kind="quiet" icon="trash" onClick={() => card.change({ instruments: instruments.filter((_, n) => n !== at) })}>
              {t.remove}
            </Button>
          </Stack>
        </Section>
      ))}
      {instruments.length === 0 && usual.length > 0 && (
        <Button icon="tool" isWide onClick={() => card.change({ instruments: [...usual] })}>
          {t.takeUsual(format.list(usual.map(({ name, serial }) => `${name} ${serial}`)))}
        </Button>
      )}
      <Button icon="plus" isWide onClick={() => card.change({ instruments: [...instruments, emptyInstrument] })}>
        {t.addInstrument}
      </Button>
    </Stack>
  );
}
