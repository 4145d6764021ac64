import { useState } from 'react';
import {
  Button,
  CheckButtons,
  Chips,
  ChoiceButtons,
  Cluster,
  FileButton,
  IconButton,
  Section,
  Segmented,
  Stack,
  Switch,
  Tabs,
  Text,
} from '../index.ts';
import { nothing } from './nothing.ts';

export function ButtonSamples() {
  return (
    <Section title="Boutons">
      <Stack gap={3}>
        <Button kind="primary" trailingIcon="arrow-right" isWide>
          Commencer l’intervention
        </Button>
        <Button kind="primary" isWide disabled>
          Terminer l’intervention
        </Button>
        <Button kind="primary" isWide isBusy>
          Connexion en cours
        </Button>
        <Button kind="primary" tone="stop" icon="stop" isWide>
          Arrêter le travail
        </Button>
        <Cluster>
          <Button icon="camera">Photo</Button>
          <Button icon="pencil">Remarque</Button>
          <Button disabled icon="scan">
            Scanner
          </Button>
          <Button tone="stop" icon="trash">
            Supprimer
          </Button>
        </Cluster>
        <Cluster>
          <Button kind="quiet">Passer l’étape</Button>
          <Button kind="quiet" icon="undo">
            Annuler
          </Button>
          <Button kind="quiet" tone="stop">
            Retirer la photo
          </Button>
          <Button kind="quiet" disabled>
            Exporter
          </Button>
        </Cluster>
        <Cluster>
          <FileButton label="Prendre la photo" icon="camera" accept="image/*" capture="environment" onFiles={nothing} />
          <FileButton label="Choisir des fichiers" icon="upload" isMultiple kind="quiet" onFiles={nothing} />
        </Cluster>
        <Cluster>
          <IconButton icon="emergency" label="Urgence" tone="stop" />
          <IconButton icon="torch" label="Lampe" />
          <IconButton icon="settings" label="Réglages" layout="row" />
          <IconButton icon="cross" label="Fermer" isLabelHidden />
          <IconButton icon="rotate" label="Tourner" disabled />
        </Cluster>
      </Stack>
    </Section>
  );
}

export function ChoiceSamples() {
  const [result, setResult] = useState<string | null>('yes');
  const [checked, setChecked] = useState<string[]>(['gloves']);
  return (
    <Section title="Choix">
      <Stack gap={5}>
        <ChoiceButtons
          label="Résultat du contrôle"
          hint="Une photo est demandée si ce n’est pas conforme."
          value={result}
          onChange={setResult}
          options={[
            { value: 'yes', label: 'Conforme', mark: 'conform' },
            { value: 'no', label: 'Non conforme', mark: 'fail' },
            { value: 'none', label: 'Sans objet', mark: 'none', detail: 'L’équipement n’existe pas sur ce site.' },
          ]}
        />
        <ChoiceButtons
          label="Mode de pose"
          error="Choisissez le mode de pose."
          value={null}
          onChange={nothing}
          options={[
            { value: 'roof', label: 'En toiture' },
            { value: 'ground', label: 'Au sol' },
          ]}
        />
        <CheckButtons
          label="Équipements portés"
          values={checked}
          onChange={setChecked}
          options={[
            { value: 'gloves', label: 'Gants isolants', icon: 'shield' },
            { value: 'helmet', label: 'Casque avec écran facial', icon: 'shield' },
          ]}
        />
        <Chips
          label="Remarques prêtes"
          isWrapped
          chips={[
            { key: 'nothing', label: 'Rien à signaler', isOn: true, onPress: nothing },
            { key: 'access', label: 'Accès impossible', isOn: false, onPress: nothing },
          ]}
        />
      </Stack>
    </Section>
  );
}

export function SettingSamples() {
  const [theme, setTheme] = useState('clair');
  const [isOn, setOn] = useState(true);
  const [tab, setTab] = useState('values');
  return (
    <Section title="Réglages et onglets">
      <Stack gap={5}>
        <Segmented
          label="Thème"
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'clair', label: 'Clair', icon: 'sun' },
            { value: 'sombre', label: 'Sombre', icon: 'moon' },
            { value: 'soleil', label: 'Soleil', icon: 'contrast' },
          ]}
        />
        <Stack gap={1}>
          <Switch label="Photos par Wi-Fi seulement" hint="Les réponses partent toujours tout de suite." isOn={isOn} onChange={setOn} />
          <Switch label="Son à chaque enregistrement" isOn={!isOn} onChange={nothing} />
          <Switch label="Position exacte" hint="Réglé par votre organisation." isOn={false} onChange={nothing} disabled />
        </Stack>
        <Tabs
          label="Détail de l’intervention"
          current={tab}
          onChange={setTab}
          tabs={[
            { key: 'values', label: 'Valeurs', count: 24 },
            { key: 'photos', label: 'Photos', count: 34 },
            { key: 'history', label: 'Historique' },
          ]}
        >
          <Text>Le contenu de l’onglet choisi.</Text>
        </Tabs>
      </Stack>
    </Section>
  );
}
