import { useState } from 'react';
import {
  BackLink,
  BottomActions,
  Button,
  ChoiceButtons,
  Cluster,
  IconButton,
  LimitBand,
  Notice,
  NumberField,
  ProgressBar,
  Screen,
  Stack,
  StateMark,
  StatusLine,
  Text,
  Title,
  ToolRow,
  TopBar,
} from '../index.ts';
import { nothing } from './nothing.ts';

const judge = (text: string): 'conform' | 'out' | undefined => {
  const value = Number(text.replace(',', '.'));
  if (text === '' || Number.isNaN(value)) return undefined;
  return value >= 590 && value <= 640 ? 'conform' : 'out';
};

/** A measurement: one decision a screen, its limits drawn, the next step under the thumb. */
export function MeasureSpecimen() {
  const [text, setText] = useState('612,4');
  const standing = judge(text);
  return (
    <Screen top={<StepBar step={7} />} bottom={<StepActions />}>
      <Stack gap={5}>
        <Stack gap={1}>
          <Title eyebrow="Champ photovoltaïque">Tension à vide, string 4</Title>
          <Text>Multimètre CAT III, string ouvert, avant la remise sous tension.</Text>
        </Stack>
        <NumberField label="Tension mesurée" value={text} onChange={setText} unit="V" signLabel="Changer le signe" tone={standing} />
        <Stack gap={3}>
          <LimitBand
            min={590}
            max={640}
            value={Number(text.replace(',', '.')) || null}
            minLabel="min 590"
            maxLabel="max 640"
            standing={standing}
            description={`${text} V, entre 590 et 640 V`}
          />
          <Cluster justify="between">
            {standing ? (
              <StateMark mark={standing} label={standing === 'conform' ? 'Conforme' : 'Hors limite'} size="large" />
            ) : (
              <StateMark mark="todo" label="À mesurer" size="large" />
            )}
            <Text kind="small" isSoft>
              Visite du 12/03/2025 : 615,1 V
            </Text>
          </Cluster>
        </Stack>
        <Evidence />
      </Stack>
    </Screen>
  );
}

/** A check: two or three answers, and what each asks for. */
export function CheckSpecimen() {
  const [answer, setAnswer] = useState<string | null>('no');
  return (
    <Screen top={<StepBar step={8} />} bottom={<StepActions isBlocked={answer === 'no'} />}>
      <Stack gap={5}>
        <Stack gap={1}>
          <Title eyebrow="Champ photovoltaïque">Connecteurs du string 4</Title>
          <Text>Sertissage, serrage, aucune trace de chauffe.</Text>
        </Stack>
        <ChoiceButtons
          label="Résultat du contrôle"
          isLabelHidden
          value={answer}
          onChange={setAnswer}
          options={[
            { value: 'yes', label: 'Conforme', mark: 'conform' },
            { value: 'no', label: 'Non conforme', mark: 'fail' },
            { value: 'none', label: 'Sans objet', mark: 'none' },
          ]}
        />
        {answer === 'no' && (
          <Notice tone="watch" title="Une photo est demandée" isLive>
            Elle accompagne chaque non-conformité de ce contrôle.
          </Notice>
        )}
        <Evidence />
      </Stack>
    </Screen>
  );
}

function StepBar({ step }: { step: number }) {
  return (
    <TopBar
      start={<BackLink label="Retour" href="#steps" />}
      status={<StatusLine state="waiting" label={`${step - 4}`} detail="à envoyer" isCompact onOpen={nothing} />}
      end={<IconButton icon="emergency" label="Urgence" />}
    >
      <ProgressBar
        done={step - 1}
        total={24}
        current={step - 1}
        flagged={[4]}
        label={`Étape ${step} sur 24`}
        outline={{ label: 'Sommaire', onOpen: nothing }}
      />
    </TopBar>
  );
}

function StepActions({ isBlocked = false }: { isBlocked?: boolean }) {
  return (
    <BottomActions
      previous={<IconButton icon="arrow-left" label="Précédent" />}
      note={<StateMark mark="here" label="Enregistré sur ce téléphone" size="small" />}
    >
      <Button kind="primary" trailingIcon="arrow-right" disabled={isBlocked}>
        Suivant
      </Button>
    </BottomActions>
  );
}

function Evidence() {
  return (
    <ToolRow>
      <IconButton icon="camera" label="Photo" />
      <IconButton icon="chat" label="Remarque" />
      <IconButton icon="book" label="Conseil" />
      <IconButton icon="help" label="Demander" />
      <IconButton icon="dash" label="Passer" />
    </ToolRow>
  );
}
