import type { Mark } from '../index.ts';

export interface RunRow {
  key: string;
  site: string;
  procedure: string;
  person: string;
  mark: Mark;
  state: string;
  steps: string;
  at: string;
}

export const runRows: readonly RunRow[] = [
  {
    key: '1',
    site: 'Centrale de Crest-Nord',
    procedure: 'Maintenance annuelle',
    person: 'Karim Bel',
    mark: 'out',
    state: '1 hors limite',
    steps: '7 / 24',
    at: '10:51',
  },
  {
    key: '2',
    site: 'Toiture Leroy',
    procedure: 'Contrôle visuel',
    person: 'Maud Tissier',
    mark: 'conform',
    state: 'Conforme',
    steps: '11 / 11',
    at: '10:32',
  },
  {
    key: '3',
    site: 'Ombrières de Die-Sud',
    procedure: 'Défaut d’isolement',
    person: 'Karim Bel',
    mark: 'stop',
    state: 'Travail arrêté',
    steps: '4 / 18',
    at: '09:47',
  },
  {
    key: '4',
    site: 'Hangar Voiron',
    procedure: 'Thermographie',
    person: 'Léa Pons',
    mark: 'conflict',
    state: 'Deux valeurs',
    steps: '9 / 15',
    at: 'hier',
  },
  {
    key: '5',
    site: 'Poste de Livron',
    procedure: 'Mise hors tension',
    person: 'Maud Tissier',
    mark: 'doing',
    state: 'En cours',
    steps: '3 / 9',
    at: 'hier',
  },
  {
    key: '6',
    site: 'Serres de Montélimar',
    procedure: 'Courbe I-V',
    person: 'Léa Pons',
    mark: 'watch',
    state: 'À surveiller',
    steps: '20 / 20',
    at: '12 mars',
  },
];
