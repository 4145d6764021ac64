import { useState } from 'react';
import { LimitBand, NumberField, SearchField, Section, SelectField, Stack, TextField } from '../index.ts';
import { nothing } from './nothing.ts';

export function FieldSamples() {
  const [remark, setRemark] = useState('Trace de chauffe sur le connecteur négatif.');
  const [search, setSearch] = useState('onduleur');
  const [site, setSite] = useState('crest');
  return (
    <Section title="Champs">
      <Stack gap={5}>
        <TextField label="Adresse e-mail" type="email" autoComplete="username" value="tech@demo.test" onChange={nothing} />
        <TextField
          label="Mot de passe"
          type="password"
          error="Le mot de passe ne correspond pas à cette adresse."
          value="quatre"
          onChange={nothing}
        />
        <TextField label="Remarque" hint="Ce que le bureau doit savoir." isMultiline value={remark} onChange={setRemark} />
        <TextField label="Numéro d’intervention" readOnly value="INT-2026-0042" onChange={nothing} />
        <SelectField
          label="Site"
          value={site}
          onChange={setSite}
          options={[
            { value: 'crest', label: 'Centrale de Crest-Nord' },
            { value: 'leroy', label: 'Toiture Leroy' },
          ]}
        />
        <SearchField label="Chercher une procédure" value={search} onChange={setSearch} clearLabel="Effacer" />
        <SearchField label="Chercher un équipement" value="" onChange={nothing} clearLabel="Effacer" />
      </Stack>
    </Section>
  );
}

export function NumberSamples() {
  const [text, setText] = useState('612,4');
  return (
    <Section title="Mesures">
      <Stack gap={5}>
        <NumberField label="Tension à vide" value={text} onChange={setText} unit="V" unitLabel="volts" tone="conform" />
        <NumberField label="Résistance d’isolement" value="0,4" onChange={nothing} unit="MΩ" unitLabel="mégohms" tone="out" />
        <NumberField
          label="Température des cellules"
          value="−4,5"
          onChange={nothing}
          unit="°C"
          signLabel="Changer le signe"
          hint="À l’ombre, au dos du module."
        />
        <NumberField label="Nombre de modules" value="" onChange={nothing} isInteger error="Donnez le nombre de modules." />
        <NumberField label="Irradiance" value="1 012" onChange={nothing} unit="W/m²" tone="watch" disabled />
      </Stack>
    </Section>
  );
}

const bands = [
  { min: 590, max: 640, value: 612.4, standing: 'conform', minLabel: 'min 590 V', maxLabel: 'max 640 V', description: '612,4 V, entre 590 et 640 V' },
  {
    min: 590,
    max: 640,
    value: 604,
    watchMin: 605,
    watchMax: 630,
    standing: 'watch',
    minLabel: 'min 590 V',
    maxLabel: 'max 640 V',
    description: '604 V, à surveiller sous 605 V',
  },
  { min: 590, max: 640, value: 702, standing: 'out', minLabel: 'min 590 V', maxLabel: 'max 640 V', description: '702 V, au-dessus de 640 V' },
  { min: 1, max: null, value: 12, watchMin: 5, standing: 'conform', minLabel: 'min 1 MΩ', description: '12 MΩ, au moins 1 MΩ' },
  { min: 1, max: null, value: 0.4, standing: 'out', minLabel: 'min 1 MΩ', description: '0,4 MΩ, au moins 1 MΩ' },
  { min: null, max: 1, value: 0.3, standing: 'conform', maxLabel: 'max 1 Ω', description: '0,3 Ω, au plus 1 Ω' },
  { min: 4, max: 6, value: null, minLabel: 'min 4,0', maxLabel: 'max 6,0', description: 'Pas encore de valeur, entre 4 et 6' },
] as const;

export function LimitSamples() {
  return (
    <Section title="Limites">
      <Stack gap={5}>
        {bands.map((band) => (
          <LimitBand key={band.description} {...band} />
        ))}
      </Stack>
    </Section>
  );
}
