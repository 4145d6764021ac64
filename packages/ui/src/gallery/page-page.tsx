import {
  Badge,
  Card,
  Cluster,
  Disclosure,
  Facts,
  Field,
  FieldGroup,
  List,
  ListRow,
  Reading,
  Section,
  Stack,
  StateMark,
  Text,
  TextField,
  VisuallyHidden,
} from '../index.ts';
import { nothing } from './nothing.ts';

export function ListSamples() {
  return (
    <Section title="Listes" aside="7 / 9">
      <List label="Étapes" isOrdered>
        <ListRow leading="7" title="Tension à vide, string 4" trailing={<Reading value="612,4" unit="V" />} detail="Conforme" onClick={nothing} />
        <ListRow
          leading="8"
          title="Connecteurs du string 4"
          detail="Non conforme, 2 photos"
          trailing={<StateMark mark="fail" label="Non conforme" isLabelHidden />}
          onClick={nothing}
          isCurrent
        />
        <ListRow leading={<StateMark mark="todo" label="À faire" isLabelHidden />} title="Isolement" detail="Obligatoire" href="#iso" />
        <ListRow title="Une ligne qui ne mène nulle part" trailing={<Badge>v4</Badge>} />
      </List>
    </Section>
  );
}

export function CardSamples() {
  return (
    <Section title="Cartes, faits, replis">
      <Stack gap={3}>
        <Card title="Toiture Leroy" aside={<Badge tone="signal">14:00</Badge>} href="#leroy">
          <Text isSoft>Contrôle visuel, 11 étapes, 40 minutes</Text>
        </Card>
        <Card tone="watch" title="Deux valeurs pour la même mesure">
          <Cluster gap={5}>
            <Reading value="612,4" unit="V" size="value" />
            <Reading value="609,8" unit="V" size="value" />
          </Cluster>
        </Card>
        <Facts
          items={[
            { label: 'Puissance', value: <Reading value="2,4" unit="MWc" /> },
            { label: 'Onduleurs', value: '18' },
            { label: 'Accès', value: 'Portail nord, clé chez le gardien' },
          ]}
        />
        <div>
          <Disclosure summary="Outils" aside="6" isOpen>
            <Text>Multimètre CAT III, pince, mégohmmètre.</Text>
          </Disclosure>
          <Disclosure summary="Historique">
            <Text>Rien encore.</Text>
          </Disclosure>
        </div>
        <FieldGroup label="Deux contrôles, une question" role="group" hint="Une date et une heure.">
          <Cluster gap={3}>
            <TextField label="Date" type="date" value="2026-03-14" onChange={nothing} />
            <TextField label="Heure" type="time" value="10:51" onChange={nothing} />
          </Cluster>
        </FieldGroup>
        <VisuallyHidden>Lu, mais pas dessiné.</VisuallyHidden>
        <Field label="Champ libre" hint="Un contrôle à soi, bien étiqueté.">
          {(control) => <input {...control} type="color" defaultValue="#2244bb" />}
        </Field>
      </Stack>
    </Section>
  );
}
