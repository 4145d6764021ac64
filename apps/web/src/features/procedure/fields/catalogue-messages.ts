import { defineMessages } from '../../../platform/messages.ts';

export const catalogueMessages = defineMessages({
  fr: {
    severity_1: '1 (information)',
    severity_2: '2 (mineur)',
    severity_3: '3 (modéré)',
    severity_4: '4 (majeur)',
    severity_5: '5 (critique)',
    unit: 'Unité',
    unitHint: 'Telle qu’elle s’écrit : V, A, MΩ, °C, %. « count » pour compter.',
  },
  en: {
    severity_1: '1 (information)',
    severity_2: '2 (minor)',
    severity_3: '3 (moderate)',
    severity_4: '4 (major)',
    severity_5: '5 (critical)',
    unit: 'Unit',
    unitHint: 'As it is written: V, A, MΩ, °C, %. “count” to count.',
  },
});
