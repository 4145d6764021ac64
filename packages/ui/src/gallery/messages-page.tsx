import { useState } from 'react';
import { Button, EmptyState, ErrorState, ErrorSummary, Notice, Section, Sheet, Skeleton, Stack, Text, Toast } from '../index.ts';
import styles from './gallery.module.css';
import { nothing } from './nothing.ts';

export function NoticeSamples() {
  return (
    <Section title="Messages">
      <Stack gap={3}>
        <Notice title="Mise à jour prête" action={<Button kind="quiet">Redémarrer maintenant</Button>}>
          Elle s’installera quand aucune étape ne sera ouverte.
        </Notice>
        <Notice tone="conform" title="Prêt pour le terrain">
          18 procédures et 3 sites sont sur ce téléphone.
        </Notice>
        <Notice tone="watch" title="Place bientôt pleine">
          Il reste 410 Mo. Les photos déjà envoyées seront allégées.
        </Notice>
        <Notice tone="stop" title="Arrêtez le travail">
          L’absence de tension n’est pas confirmée. Éloignez-vous et prévenez le chargé de consignation.
        </Notice>
      </Stack>
    </Section>
  );
}

export function FailureSamples() {
  return (
    <Section title="Rien, ou un problème">
      <ErrorSummary
        takesFocus={false}
        title="Il reste deux problèmes"
        errors={[
          { message: 'Étape 11, isolement : à remplir', href: '#eleven' },
          { message: 'Étape 14, photo du coffret : à prendre', href: '#fourteen' },
        ]}
      />
      <EmptyState icon="calendar" title="Aucune intervention aujourd’hui" action={<Button icon="scan">Scanner un équipement</Button>}>
        <Text>Scannez un équipement pour en commencer une, ou choisissez une procédure.</Text>
      </EmptyState>
      <ErrorState
        title="Le bureau n’a pas répondu"
        safe="Rien n’est perdu : vos 12 réponses sont sur ce téléphone."
        action={<Button icon="sync">Réessayer</Button>}
        code="demande 0198f2"
      >
        <Text>Réessayez quand le réseau revient, ou continuez : l’envoi reprendra seul.</Text>
      </ErrorState>
    </Section>
  );
}

export function OverlaySamples() {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState(0);
  return (
    <Section title="Feuille, retour, attente">
      <Stack gap={3}>
        <Button onClick={() => setOpen(true)}>Ouvrir la feuille</Button>
        <Button onClick={() => setSaid(said + 1)}>Montrer un retour</Button>
        <Skeleton label="Chargement des interventions" lines={2} />
      </Stack>
      <Sheet
        title="En cas d’urgence"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        closeLabel="Fermer"
        footer={
          <Button kind="primary" tone="stop" icon="call" isWide href="tel:112">
            Appeler le 112
          </Button>
        }
      >
        <Stack gap={3}>
          <Text kind="lead">Protéger, alerter, secourir.</Text>
          <Text>Ne touchez pas la victime tant que la tension n’est pas coupée.</Text>
        </Stack>
      </Sheet>
      <div className={styles.stage}>
        {said > 0 && <Toast key={said} message="Étape 7 effacée" undoLabel="Annuler" onUndo={nothing} onEnd={() => setSaid(0)} />}
      </div>
    </Section>
  );
}
