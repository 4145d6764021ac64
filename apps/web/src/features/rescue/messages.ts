import { defineMessages } from '../../platform/messages.ts';

export const rescue = defineMessages({
  fr: {
    title: 'La mémoire de ce téléphone ne s’ouvre pas',
    safe: 'Ce qui est enregistré n’est pas effacé.',
    help: 'Fermez les autres onglets d’Heliograph, puis réessayez. Si cela ne suffit pas, redémarrez le téléphone. N’effacez pas les données du navigateur : les réponses non envoyées y sont.',
    full: 'L’espace de ce téléphone est plein. Supprimez des photos ou des applications, puis réessayez.',
    retry: 'Réessayer',
  },
  en: {
    title: 'This phone’s memory does not open',
    safe: 'What was saved is not erased.',
    help: 'Close the other tabs of Heliograph, then try again. If that is not enough, restart the phone. Do not clear the browser’s data: unsent answers are in there.',
    full: 'This phone is full. Delete photos or apps, then try again.',
    retry: 'Try again',
  },
});
