'use client';

import { TextField } from '@heliograph/ui';
import { useId } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { catalogueMessages } from './catalogue-messages.ts';

const UNITS = ['V', 'A', 'W', 'kW', 'MΩ', 'kΩ', 'Ω', 'mΩ', '°C', 'K', '%', 'W/m²', 'kWh/m²', 'Hz', 'N·m', 'mm', 'm', 'm/s', '°', 'min', 'count', '1'];

/** A unit as it is written; usual ones are offered. */
export function UnitField({ id, value, onChange }: { id: string; value: string; onChange(unit: string): void }) {
  const t = useMessages(catalogueMessages);
  const list = useId();
  return (
    <>
      <TextField id={id} label={t.unit} hint={t.unitHint} value={value} onChange={onChange} list={list} maxLength={16} autoComplete="off" />
      <datalist id={list}>
        {UNITS.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </>
  );
}
