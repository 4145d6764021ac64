const UNITS: ReadonlySet<string> = new Set([
  ...['V', 'kV', 'mV', 'A', 'mA', 'kA', 'Ω', 'mΩ', 'kΩ', 'MΩ', 'GΩ', 'W', 'kW', 'MW', 'kWh', 'MWh', 'VA', 'kVA', 'Hz', '%', '°', '°C', 'K', 'W/m²'],
  ...[
    'mm',
    'cm',
    'm',
    'km',
    'm²',
    'm³',
    'g',
    'kg',
    't',
    'N',
    'Nm',
    'N·m',
    'bar',
    'Pa',
    'hPa',
    'kPa',
    's',
    'min',
    'h',
    'd',
    'm/s',
    'km/h',
    'l',
    'L',
    'mg/L',
    'dB',
    'lx',
    'lux',
    'ppm',
    '€',
  ],
]);
const SPELLED: Readonly<Record<string, string>> = {
  ohm: 'Ω',
  ohms: 'Ω',
  mohm: 'MΩ',
  megohm: 'MΩ',
  kohm: 'kΩ',
  'w/m2': 'W/m²',
  'deg c': '°C',
  degc: '°C',
  c: '°C',
  volts: 'V',
  volt: 'V',
  amps: 'A',
  ampères: 'A',
  m2: 'm²',
  percent: '%',
};

/** The number has none, as far as the form says. */
export const NO_UNIT = '1';

/** The unit that a label ends with in brackets: `Tension à vide (V)`. XLSForm has no column for units. */
export function unitIn(labels: readonly string[]): string | null {
  for (const label of labels) {
    const [, inner = ''] = /[([]\s*([^()[\]]{1,12}?)\s*[)\]]\s*:?\s*$/.exec(label) ?? [];
    const unit = UNITS.has(inner) ? inner : SPELLED[inner.toLowerCase()];
    if (unit !== undefined) return unit;
  }
  return null;
}
