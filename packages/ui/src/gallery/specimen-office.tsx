import { useState } from 'react';
import {
  Avatar,
  Button,
  Cluster,
  Facts,
  Figure,
  Key,
  LimitBand,
  Office,
  Rail,
  Reading,
  Segmented,
  SelectField,
  SidePanel,
  Stack,
  StateMark,
  Table,
  Text,
  Title,
  Wordmark,
} from '../index.ts';
import { nothing } from './nothing.ts';
import { type RunRow, runRows } from './run-rows.tsx';

const rooms = [
  { key: 'runs', label: 'Interventions', icon: 'clipboard', href: '#runs', isCurrent: true },
  { key: 'review', label: 'À valider', icon: 'check', href: '#review', count: 14 },
  { key: 'procedures', label: 'Procédures', icon: 'book', href: '#procedures' },
  { key: 'sites', label: 'Sites', icon: 'site', href: '#sites' },
  { key: 'people', label: 'Équipe', icon: 'people', href: '#people' },
] as const;

const columns = [
  { key: 'site', label: 'Site', isPrimary: true, cell: (row: RunRow) => row.site },
  { key: 'procedure', label: 'Procédure', cell: (row: RunRow) => row.procedure },
  { key: 'person', label: 'Par', cell: (row: RunRow) => row.person },
  { key: 'state', label: 'État', cell: (row: RunRow) => <StateMark mark={row.mark} label={row.state} size="small" /> },
  { key: 'steps', label: 'Étapes', align: 'end', cell: (row: RunRow) => row.steps },
  { key: 'at', label: 'Reçu', align: 'end', cell: (row: RunRow) => row.at },
] as const;

/** The supervisor's desk: the list stays while one run is looked at. */
export function OfficeSpecimen() {
  const [current, setCurrent] = useState<string | undefined>('1');
  const [period, setPeriod] = useState('week');
  const [view, setView] = useState('open');
  const shown = runRows.find((row) => row.key === current);
  return (
    <Office rail={<OfficeRail />} panel={shown && <RunPanel row={shown} onClose={() => setCurrent(undefined)} />}>
      <Stack gap={6}>
        <Cluster justify="between" gap={4}>
          <Title>Interventions</Title>
          <Cluster gap={3}>
            <Segmented
              label="Afficher"
              isLabelHidden
              value={view}
              onChange={setView}
              options={[
                { value: 'open', label: 'En cours' },
                { value: 'done', label: 'Terminées' },
                { value: 'all', label: 'Toutes' },
              ]}
            />
            <SelectField
              label="Période"
              isLabelHidden
              value={period}
              onChange={setPeriod}
              options={[
                { value: 'week', label: 'Cette semaine' },
                { value: 'month', label: 'Ce mois' },
              ]}
            />
          </Cluster>
        </Cluster>
        <Cluster gap={8} align="start">
          <Figure label="Terminées" value="142" detail="sur 160 prévues" />
          <Figure label="À valider" value="14" detail="médiane 1,4 jour" />
          <Figure label="Hors limites" value="23" detail="7 sites" tone="out" />
        </Cluster>
        <Table
          caption="Interventions de la semaine"
          isCaptionHidden
          columns={columns}
          rows={runRows}
          rowKey={(row) => row.key}
          onOpen={(row) => setCurrent(row.key)}
          currentKey={current}
        />
      </Stack>
    </Office>
  );
}

function OfficeRail() {
  return (
    <Rail
      label="Pièces du bureau"
      brand={<Wordmark name="Heliograph" />}
      items={rooms}
      footer={
        <Cluster gap={3}>
          <Avatar name="Inès Marchand" />
          <Text kind="small" as="span">
            Inès Marchand
          </Text>
        </Cluster>
      }
    />
  );
}

function RunPanel({ row, onClose }: { row: RunRow; onClose: () => void }) {
  return (
    <SidePanel
      title={row.site}
      closeLabel="Fermer"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" icon="check">
            Valider
          </Button>
          <Button onClick={nothing}>Renvoyer…</Button>
        </>
      }
    >
      <Stack gap={5}>
        <Stack gap={2}>
          <Text kind="small" isSoft>
            Étape 7, tension à vide du string 4
          </Text>
          <Cluster justify="between" align="baseline">
            <Reading value="658,2" unit="V" size="value" tone="out" />
            <StateMark mark="out" label="Hors limite haute" />
          </Cluster>
          <LimitBand
            min={590}
            max={640}
            value={658.2}
            minLabel="min 590"
            maxLabel="max 640"
            standing="out"
            description="658,2 V, entre 590 et 640 V"
          />
        </Stack>
        <Facts
          items={[
            { label: 'Mesuré par', value: row.person },
            { label: 'Le', value: '14 mars 2026, 10:51' },
            { label: 'Appareil', value: 'Téléphone 3' },
            { label: 'Visite précédente', value: <Reading value="615,1" unit="V" /> },
          ]}
        />
        <Text kind="small" isSoft>
          <Key>J</Key> <Key>K</Key> parcourir, <Key>V</Key> valider, <Key>R</Key> renvoyer
        </Text>
      </Stack>
    </SidePanel>
  );
}
