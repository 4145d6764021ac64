import type { Language, Localized } from '../../text.ts';
import type { Finding, FindingCode, Reason } from './finding.ts';

type Say = (finding: Finding) => Localized;

const text =
  (fr: string, en: string): Say =>
  () => ({ fr, en });
/** With what the finding names. */
const about =
  (fr: (other: string) => string, en: (other: string) => string): Say =>
  ({ other = '' }) => ({ fr: fr(String(other)), en: en(String(other)) });

const REASONS: Readonly<Record<Reason, Localized>> = {
  call: { fr: 'cette fonction n’existe pas ici', en: 'there is no such function here' },
  later_question: { fr: 'elle interroge une question placée plus loin', en: 'it asks a question further down' },
  lost_question: {
    fr: 'elle interroge une question qui n’a pas de réponse à comparer ici',
    en: 'it asks a question that has no answer to compare here',
  },
  number_compared: {
    fr: 'un nombre se compare ici à ses seules limites, et celle-ci ne convient pas à toutes les comparaisons du formulaire',
    en: 'a number is only compared with its limits here, and no single limit fits all comparisons of the form',
  },
  other_question: { fr: 'elle compare deux réponses entre elles', en: 'it compares two answers with each other' },
  path: { fr: 'elle suit un chemin dans le document', en: 'it follows a path through the document' },
  self: { fr: 'elle parle de la réponse elle-même', en: 'it speaks of the answer itself' },
  text_compared: { fr: 'elle compare un texte libre', en: 'it compares free words' },
  too_deep: { fr: 'elle mêle « et » et « ou » plus qu’une condition ne le peut ici', en: 'it mixes “and” and “or” more than a condition can here' },
  unanswered: { fr: 'elle demande qu’une question soit restée sans réponse', en: 'it asks for a question to be left without an answer' },
  unknown_value: { fr: 'elle attend une réponse que la question n’a pas', en: 'it expects an answer that the question does not have' },
  value_expected: { fr: 'il y manque une comparaison', en: 'a comparison is missing in it' },
};

const because =
  (fr: string, en: string): Say =>
  ({ reason }) =>
    reason === undefined ? { fr: `${fr}.`, en: `${en}.` } : { fr: `${fr} : ${REASONS[reason].fr}.`, en: `${en}: ${REASONS[reason].en}.` };

const SAID: Readonly<Record<FindingCode, Say>> = {
  broken_expression: about(
    (at) => `L’expression n’a plus de sens à partir du caractère ${at}.`,
    (at) => `The expression makes no sense from character ${at} on.`,
  ),
  circular: about(
    (circle) => `Ces questions s’attendent l’une l’autre : ${circle}.`,
    (circle) => `These questions wait for each other: ${circle}.`,
  ),
  double_column: text('Deux colonnes portent ce nom.', 'Two columns bear this name.'),
  duplicate_choice: about(
    (row) => `Ce choix est déjà dans la liste, à la ligne ${row}.`,
    (row) => `This choice is already in the list, on row ${row}.`,
  ),
  duplicate_name: about(
    (row) => `Ce nom est déjà pris à la ligne ${row}.`,
    (row) => `This name is already taken on row ${row}.`,
  ),
  empty_survey: text('Cette feuille ne contient aucune question.', 'This sheet holds no question.'),
  error_value: text('Cette cellule contient une erreur de calcul.', 'This cell holds an error of calculation.'),
  file_broken: text(
    'Le fichier est abîmé ou incomplet. Enregistrez-le à nouveau depuis le tableur.',
    'The file is damaged or incomplete. Save it again from the spreadsheet.',
  ),
  file_protected: text(
    'Le fichier est protégé par un mot de passe. Retirez-le, puis choisissez le fichier à nouveau.',
    'The file is protected by a password. Remove it, then choose the file again.',
  ),
  file_too_large: text(
    'Le fichier est trop grand pour un formulaire. Retirez-en les feuilles et les images qui n’en font pas partie.',
    'The file is too large for a form. Remove the sheets and pictures that are no part of it.',
  ),
  file_too_slow: text(
    'La lecture du fichier prend trop de temps. Enregistrez-le à nouveau, sans mises en forme ni feuilles inutiles.',
    'Reading the file takes too long. Save it again, without needless formats and sheets.',
  ),
  file_unknown: text(
    'Ce n’est ni un classeur (.xlsx, .xls), ni un fichier CSV, ni des tableaux Markdown.',
    'This is no workbook (.xlsx, .xls), no CSV file, no Markdown tables.',
  ),
  formula_without_value: text(
    'Cette cellule contient une formule sans résultat. Ouvrez le fichier dans un tableur et enregistrez-le.',
    'This cell holds a formula without a result. Open the file in a spreadsheet and save it.',
  ),
  misspelt_column: about(
    (name) => `Cette colonne n’est pas connue. Vouliez-vous dire « ${name} » ?`,
    (name) => `This column is not known. Did you mean “${name}”?`,
  ),
  missing_choice_name: text('Ce choix n’a pas de nom.', 'This choice has no name.'),
  missing_column: about(
    (name) => `La colonne « ${name} » manque.`,
    (name) => `The column “${name}” is missing.`,
  ),
  missing_list: text('Il manque le nom de la liste de choix.', 'The name of the list of choices is missing.'),
  missing_name: text('Cette question n’a pas de nom.', 'This question has no name.'),
  missing_sheet: about(
    (name) => `La feuille « ${name} » manque.`,
    (name) => `The sheet “${name}” is missing.`,
  ),
  missing_type: text('Cette ligne n’a pas de type.', 'This row has no type.'),
  bad_name: text('Un nom commence par une lettre et ne contient ni espace ni signe.', 'A name begins with a letter and holds no space and no sign.'),
  bad_parameters: text('Ces paramètres ne sont pas des nombres.', 'These parameters are no numbers.'),
  too_far_right: text('Cette cellule est trop à droite pour un formulaire.', 'This cell stands too far to the right for a form.'),
  too_long: about(
    (most) => `Ce texte dépasse ${most} caractères.`,
    (most) => `This text is longer than ${most} characters.`,
  ),
  too_many_rows: about(
    (most) => `Cette feuille a plus de ${most} lignes : partagez le formulaire.`,
    (most) => `This sheet has more than ${most} rows: divide the form.`,
  ),
  too_many_steps: about(
    (most) => `Le formulaire donnerait plus de ${most} étapes : partagez-le.`,
    (most) => `The form would make more than ${most} steps: divide it.`,
  ),
  unclosed_group: text('Ce groupe n’est pas fermé où il devrait l’être.', 'This group is not closed where it should be.'),
  unknown_list: text('Aucune liste ne porte ce nom dans la feuille des choix.', 'No list bears this name on the sheet of choices.'),
  unknown_question: about(
    (name) => `Aucune question ne s’appelle « ${name} ».`,
    (name) => `No question is called “${name}”.`,
  ),
  unknown_type: ({ other }) =>
    other === undefined
      ? { fr: 'Ce type de question n’est pas connu.', en: 'This type of question is not known.' }
      : {
          fr: `Ce type de question n’est pas connu. Vouliez-vous dire « ${other} » ?`,
          en: `This type of question is not known. Did you mean “${other}”?`,
        },
  unopened_group: text('Cette fin ne ferme aucun groupe.', 'This end closes no group.'),
  calculation_lost: text(
    'Ce calcul n’est aucune de nos formules : sa valeur ne sera pas calculée. Les conditions qui l’utilisent sont reprises.',
    'This calculation is none of our formulas: its value will not be computed. The conditions that use it are carried over.',
  ),
  cell_lost: text(
    'Cette cellule n’est pas reprise : elle ne sert pas à une ligne de ce type.',
    'This cell is not carried over: a row of this type has no use for it.',
  ),
  choice_never_offered: text('Aucune réponse ne mène à ce choix : il n’est pas repris.', 'No answer leads to this choice: it is not carried over.'),
  column_lost: text('Cette colonne n’est pas reprise.', 'This column is not carried over.'),
  condition_lost: because(
    'Cette condition n’est pas reprise et l’étape sera toujours montrée',
    'This condition is not carried over and the step will always be shown',
  ),
  constraint_lost: text(
    'Cette contrainte n’est pas reprise : toute réponse sera acceptée.',
    'This constraint is not carried over: any answer will be accepted.',
  ),
  default_lost: text(
    'Cette réponse préparée n’est pas reprise : ici, chacun répond lui-même.',
    'This prepared answer is not carried over: here people answer for themselves.',
  ),
  external_file: text(
    'Les choix sont dans un autre fichier : la question devient un texte libre.',
    'The choices are in another file: the question becomes free words.',
  ),
  filter_lost: because(
    'Ce filtre n’est pas repris et tous les choix seront proposés',
    'This filter is not carried over and all choices will be offered',
  ),
  hidden_lost: text('Cette question cachée n’est pas reprise.', 'This hidden question is not carried over.'),
  language_lost: text(
    'Cette langue n’est pas reprise : Heliograph parle français et anglais.',
    'This language is not carried over: Heliograph speaks French and English.',
  ),
  media_lost: text(
    'Ce fichier n’est pas dans le classeur : ajoutez-le à l’étape dans l’éditeur.',
    'This file is not in the workbook: add it to the step in the editor.',
  ),
  message_lost: text('Ce message n’est pas repris.', 'This message is not carried over.'),
  nested_repeat: text(
    'Une répétition dans une autre : seule celle de l’intérieur est reprise.',
    'A repeat within another: only the inner one is carried over.',
  ),
  question_lost: text('Cette ligne n’est pas reprise.', 'This row is not carried over.'),
  read_only_lost: text(
    'Cette question ne devait pas être modifiée : ici elle pourra l’être.',
    'This question was not to be changed: here it can be.',
  ),
  repeat_count_lost: text(
    'Le nombre de répétitions n’est pas repris : les lignes s’ajoutent sur place.',
    'The number of repeats is not carried over: rows are added on site.',
  ),
  required_lost: text(
    'La réponse n’était exigée que sous condition : elle le sera toujours.',
    'The answer was required under a condition: it always will be.',
  ),
  setting_lost: text('Ce réglage n’est pas repris.', 'This setting is not carried over.'),
  sheet_lost: text('Cette feuille n’est pas reprise.', 'This sheet is not carried over.'),
  acknowledged: text('L’accord devient un contrôle : conforme ou non.', 'The acknowledgement becomes a check: conforming or not.'),
  becomes_photo: text('Le fichier devient des photos.', 'The file becomes photos.'),
  becomes_scan: text('Le code-barres devient une lecture d’étiquette.', 'The bar code becomes the reading of a label.'),
  becomes_signature: text('L’image devient une signature du technicien.', 'The picture becomes a signature of the technician.'),
  becomes_steps: about(
    (n) => `Plusieurs choix à la fois : ${n} étapes à répondre par oui ou non.`,
    (n) => `Several choices at once: ${n} steps to answer by yes or no.`,
  ),
  becomes_text: text('Cette question devient un texte libre.', 'This question becomes free words.'),
  choice_renamed: about(
    (name) => `Ce choix s’appelle ici « ${name} ».`,
    (name) => `This choice is called “${name}” here.`,
  ),
  filter_expanded: about(
    (n) => `Le filtre devient ${n} étapes, une pour chaque réponse dont les choix dépendent.`,
    (n) => `The filter becomes ${n} steps, one for each answer the choices hang on.`,
  ),
  limit_made: about(
    (limit) => `Le formulaire compare ce nombre : il reçoit la limite ${limit}.`,
    (limit) => `The form compares this number: it gets the limit ${limit}.`,
  ),
  ne_answered: text(
    '« Différent de » ne vaut ici que si la question a reçu une réponse.',
    '“Different from” only holds here once the question is answered.',
  ),
  question_in_text: text(
    'Une réponse était citée dans ce texte : le titre de la question la remplace.',
    'An answer was quoted in this text: the question’s title stands in its place.',
  ),
  strict_bound: text('La limite elle-même, exclue par le formulaire, est comprise ici.', 'The limit itself, excluded by the form, is included here.'),
  untitled: text('Sans libellé : le nom en tient lieu.', 'Without a label: the name stands for it.'),
  appearance_unused: text('Cette présentation n’a pas d’effet ici.', 'This appearance has no effect here.'),
  language_assumed: about(
    (language) =>
      `Aucune colonne ne nomme le français ni l’anglais : les textes sont pris pour ${language === 'fr' ? 'du français' : 'de l’anglais'}.`,
    (language) => `No column names French or English: the texts are taken to be ${language === 'fr' ? 'French' : 'English'}.`,
  ),
  recorded_anyway: text('Déjà enregistré à chaque intervention.', 'Recorded with every intervention anyway.'),
  rest_unread: text('Rien dans les 10 000 lignes suivantes : la lecture s’arrête ici.', 'Nothing in the next 10,000 rows: reading stops here.'),
  translation_missing: ({ value, other = '' }) => ({
    fr: `${other} titres sans ${value === 'fr' ? 'français' : 'anglais'} : traduisez-les dans l’éditeur.`,
    en: `${other} titles without ${value === 'fr' ? 'French' : 'English'}: translate them in the editor.`,
  }),
  unit_missing: text(
    'Aucune unité : écrivez-la à la fin du libellé, entre parenthèses, ou dans l’éditeur.',
    'No unit: write it at the end of the label, in brackets, or in the editor.',
  ),
  version_unused: text('Les versions sont comptées ici à la publication.', 'Versions are counted here when they are published.'),
};

/** A finding in somebody's language. */
export const sayFinding = (finding: Finding, language: Language): string => SAID[finding.code](finding)[language];
