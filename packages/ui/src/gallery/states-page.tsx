import {
  Avatar,
  Badge,
  BrandMark,
  Cluster,
  Code,
  Figure,
  Icon,
  iconNames,
  Key,
  type Mark,
  marks,
  ProgressBar,
  Reading,
  Section,
  Stack,
  StateMark,
  StatusLine,
  type StatusState,
  Text,
  Thumbnail,
  Thumbnails,
  Title,
  TopBar,
  Wordmark,
} from '../index.ts';
import { nothing } from './nothing.ts';

const words: Record<Mark, string> = {
  conform: 'Conforme',
  watch: 'À surveiller',
  out: 'Hors limite haute',
  stop: 'Travail arrêté',
  fail: 'Non conforme',
  none: 'Sans objet',
  todo: 'À faire',
  doing: 'En cours',
  done: 'Fait',
  here: 'Sur ce téléphone',
  sending: 'Envoi en cours',
  sent: 'Envoyé',
  held: 'En attente d’une autorisation',
  attention: 'À vérifier',
  conflict: 'Deux valeurs',
};

export function MarkSamples() {
  return (
    <Section title="États">
      <Cluster gap={5}>
        {marks.map((mark) => (
          <StateMark key={mark} mark={mark} label={words[mark]} />
        ))}
      </Cluster>
      <Cluster gap={4}>
        <StateMark mark="conform" label="Petit" size="small" />
        <StateMark mark="out" label="Grand" size="large" />
        <StateMark mark="stop" label="Mot caché" isLabelHidden size="large" />
        <Badge>v4</Badge>
        <Badge tone="signal" icon="clock">
          40 min
        </Badge>
        <Badge tone="conform">validée</Badge>
        <Badge tone="watch">urgent</Badge>
        <Badge tone="out">2 hors limite</Badge>
        <Badge tone="stop" icon="bolt">
          sous tension
        </Badge>
      </Cluster>
    </Section>
  );
}

const lines: readonly { state: StatusState; label: string; detail?: string }[] = [
  { state: 'sent', label: 'Tout est envoyé' },
  { state: 'waiting', label: '12 à envoyer', detail: 'dont 4 photos, 1,2 Mo' },
  { state: 'sending', label: 'Envoi 3 sur 12' },
  { state: 'attention', label: '2 à vérifier' },
  { state: 'offline', label: 'Hors ligne', detail: '12 à envoyer' },
];

export function StatusSamples({ arrivals }: { arrivals: number }) {
  return (
    <Section title="Ligne d’état et progression">
      {lines.map(({ state, label, detail }) => (
        <TopBar key={state} status={<StatusLine state={state} label={label} detail={detail} arrivals={arrivals} onOpen={nothing} />} />
      ))}
      <ProgressBar done={6} total={24} current={6} flagged={[3]} label="Étape 7 sur 24" />
      <ProgressBar done={11} total={11} label="11 étapes sur 11" />
      <ProgressBar done={0} total={5} label="Rien de fait" />
      <ProgressBar done={37} total={120} label="37 photos sur 120" />
    </Section>
  );
}

export function ReadingSamples() {
  return (
    <Section title="Chiffres et signes">
      <Cluster gap={8} align="start">
        <Figure label="À valider" value="14" detail="médiane 1,4 jour" />
        <Figure label="Hors limites" value="23" detail="7 sites" tone="out" />
        <Figure label="Isolement le plus bas" value="0,42" unit="MΩ" />
      </Cluster>
      <Cluster gap={5} align="baseline">
        <Reading value="612,4" unit="V" size="value" tone="conform" />
        <Reading value="−4,5" unit="°C" />
        <Code>SN 0O1lI-8B5S</Code>
        <Key>V</Key>
        <Avatar name="Inès Marchand" />
      </Cluster>
      <Cluster gap={5}>
        <Wordmark name="Heliograph" size={32} />
        <BrandMark size={96} />
        <BrandMark size={48} />
        <BrandMark size={20} />
      </Cluster>
    </Section>
  );
}

export function TypeSamples() {
  return (
    <Section title="Textes">
      <Stack gap={3}>
        <Title eyebrow="Champ photovoltaïque">Mesurer la résistance d’isolement de chaque string</Title>
        <Title level={2}>Avant de commencer</Title>
        <Title level={3}>Outils</Title>
        <Text kind="lead">Rien n’est perdu : tout est enregistré sur ce téléphone.</Text>
        <Text>Ouvrez le sectionneur, attendez cinq minutes, vérifiez l’absence de tension, puis posez votre cadenas.</Text>
        <Text kind="small" isSoft>
          Vérifié le 14 mars 2026 à 15:04 par Karim Bel.
        </Text>
      </Stack>
    </Section>
  );
}

export function ThumbnailSamples() {
  return (
    <Section title="Photos">
      <Thumbnails>
        <Thumbnail src={undefined} alt="Connecteur, pas encore sur ce téléphone" caption="Connecteur négatif" mark="sending" markLabel="1,2 Mo" />
        <Thumbnail src={pixel} alt="Plaque signalétique" caption="Plaque" mark="here" markLabel="Ici" onClick={nothing} />
      </Thumbnails>
    </Section>
  );
}

/** A picture of no size: the frame is what is shown. */
const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

export function IconSamples() {
  return (
    <Section title="Icônes" aside={iconNames.length}>
      <Cluster gap={5}>
        {iconNames.map((name) => (
          <Icon key={name} name={name} size={32} />
        ))}
      </Cluster>
    </Section>
  );
}
