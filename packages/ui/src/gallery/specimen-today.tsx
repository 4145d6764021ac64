import {
  Badge,
  BottomBar,
  BrandMark,
  Button,
  Card,
  Cluster,
  Icon,
  IconButton,
  List,
  ListRow,
  ProgressBar,
  Screen,
  Section,
  Stack,
  StateMark,
  StatusLine,
  Text,
  TopBar,
} from '../index.ts';
import { nothing } from './nothing.ts';

const places = [
  { key: 'day', label: 'Ma journée', icon: 'calendar', href: '#day', isCurrent: true },
  { key: 'scan', label: 'Scanner', icon: 'scan', href: '#scan' },
  { key: 'procedures', label: 'Procédures', icon: 'book', href: '#procedures' },
  { key: 'more', label: 'Plus', icon: 'menu', href: '#more', count: 2 },
] as const;

/** The first screen of a day, as a technician would see it. */
export function TodaySpecimen({ arrivals = 0 }: { arrivals?: number }) {
  return (
    <Screen
      top={
        <TopBar
          title="Vendredi 14 mars"
          start={<BrandMark size={32} />}
          status={<StatusLine state="offline" label="Hors ligne" detail="12 à envoyer" arrivals={arrivals} onOpen={nothing} />}
          end={<IconButton icon="emergency" label="Urgence" />}
        />
      }
      bottom={<BottomBar label="Lieux" items={places} />}
    >
      <Section title="En cours" aside="1">
        <Card title="Centrale de Crest-Nord" detail="Maintenance annuelle des onduleurs">
          <ProgressBar done={7} total={24} current={7} flagged={[4]} count="7 / 24" label="étapes faites" />
          <Cluster gap={4}>
            <StateMark mark="out" label="1 hors limite" size="small" />
            <StateMark mark="here" label="Sur ce téléphone" size="small" />
          </Cluster>
          <Button kind="primary" trailingIcon="arrow-right" href="#crest" isWide>
            Reprendre à l’étape 8
          </Button>
        </Card>
      </Section>
      <Section title="À faire aujourd’hui" aside="2">
        <List>
          <ListRow leading={<Icon name="clipboard" />} title="Toiture Leroy" detail="Contrôle visuel, 11 étapes, prête hors ligne" href="#leroy" />
          <ListRow
            leading={<Icon name="clipboard" />}
            title="Ombrières de Die-Sud"
            detail="Recherche de défaut d’isolement"
            trailing={<Badge tone="watch">urgent</Badge>}
            href="#die"
          />
        </List>
      </Section>
      <Stack gap={1}>
        <StateMark mark="done" label="Prêt pour le terrain" />
        <Text kind="small" isSoft>
          Procédures, sites et contacts à jour au 14 mars 2026, 07:12.
        </Text>
      </Stack>
    </Screen>
  );
}
