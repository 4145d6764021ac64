import { defineMessages } from '../../../platform/messages.ts';

export const fileMessages = defineMessages({
  fr: {
    photo: 'Photo',
    document: 'Document',
    caption: 'Légende',
    remove: 'Enlever',
    add: 'Ajouter une photo ou un PDF',
    sending: 'Envoi…',
    unreached: 'Le fichier n’a pas pu être envoyé. Vérifiez le réseau, puis choisissez-le à nouveau.',
    kind: 'Ce fichier n’est ni une photo ni un PDF lisible. Choisissez un JPEG, PNG, WebP ou PDF.',
    size: 'Ce fichier dépasse 20 Mo. Choisissez-en un plus petit.',
  },
  en: {
    photo: 'Photo',
    document: 'Document',
    caption: 'Caption',
    remove: 'Take away',
    add: 'Add a photo or a PDF',
    sending: 'Sending…',
    unreached: 'The file could not be sent. Check the network, then choose it again.',
    kind: 'This file is neither a photo nor a readable PDF. Choose a JPEG, PNG, WebP or PDF.',
    size: 'This file is over 20 MB. Choose a smaller one.',
  },
});
