import { foldedWords } from '../safety/fold.ts';

/** Words of questions that say nothing of what is looked for, folded, in both languages. */
const EMPTY = new Set(
  `a ai alors apres as au aucun aussi autre aux avant avec avez avoir avons bien bon bonjour c ca car ce ceci cela celle celui ces cet cette chaque chez ci combien comme
  comment d dans de depuis des dire dis doit doivent dois donc dont du elle elles en encore entre es est et etait etc ete etes etre eu faire fais fait fallait falloir faudra
  faut ferai font h ici il ils j je jusqu juste l la laquelle le lequel les leur lors lui m ma mais me meme merci mes moi mon n ne ni non nos notre nous ok on ont ou oui par
  parce pas peu peut peuvent peux plus plutot pour pourquoi pourrait pouvez pouvoir pres puis puisque qu quand que quel quelle quelles quelqu quels qui quoi rien s sa sais
  salut sans se sera ses si soit sommes son sont sous sur svp t ta te tes toi ton toujours tous tout toute toutes tres trop trouve trouver tu un une va vais vers veut veux
  voir voici voila vos votre vous vraiment y
  about after all also am an and any anybody anyone are at be because been before being both but by can cannot could did do does doing don done each else every for from get
  gets give go good got had has have having he hello help her here hi him his how however i if in into is it its just know like ll look make many may me mean might more most
  much must my need needed needs no not now of off on once one only or other our out over please re s same say see shall she should so some something still such sure t take
  tell than that the their them then there these they thing things this those through to too until up us use used using very want was way we were what when where which while
  who whom whose why will with would yes you your
  allowed autorise autorisee possible interdit forbidden necessaire necessary required
  v kv mv a ma ka w kw mw kwh mwh wc kwc mwc hz khz ohm ohms kohm mohm kω mω ω m2 cm mm km kg nm s min °c`.split(/\s+/),
);

/** What different people call the same thing: a word of the left is also looked for as those of the right. Folded. */
const ALSO: ReadonlyMap<string, readonly string[]> = new Map(
  `riso: isolement insulation
  heure: matin midi
  changer: remplacement replacement
  change: remplacement replacement
  remplacer: remplacement
  replace: replacement
  washer: cleaning wash
  panneau: module
  panneaux: module
  panel: module
  panels: module
  pv: photovoltaique
  prise: connecteur
  fiche: connecteur
  mc4: connecteur connector
  plug: connector
  boite: coffret
  boitier: coffret
  combiner: box
  cadenasser: consignation condamnation
  cadenas: consignation
  loto: consignation lockout
  lockout: loto lock
  padlock: lock
  vat: absence
  herbe: vegetation
  herbes: vegetation
  grass: vegetation
  weeds: vegetation
  transfo: transformateur
  trafo: transformer
  poste: hta
  substation: mv
  suiveur: tracker
  eclairement: irradiance
  ensoleillement: eclairement
  irradiation: irradiance
  sunlight: irradiance
  camera: thermographie
  thermique: thermographie
  infrarouge: thermographie
  sale: salissure
  sales: salissure
  laver: nettoyage
  lavage: nettoyage
  nettoyer: nettoyage
  wash: cleaning
  dirty: soiling
  dirt: soiling
  rat: rongeur
  rats: rongeur
  souris: rongeur
  mouse: rodent
  mice: rodent
  rats: rodent rongeur
  casse: verre
  brise: verre
  shattered: broken glass
  smashed: broken glass
  surtension: parafoudre
  foudre: parafoudre
  spd: arrester parafoudre
  surge: arrester
  terre: masse
  ground: earth
  grounding: earthing
  vis: boulons serrage
  boulon: serrage
  bolt: torque
  bolts: torque
  screws: torque
  ventilo: ventilateur
  ventilateur: ventilation
  bloque: arret
  panne: defaut
  fault: alarm
  alarme: defaut
  echauffement: chaud
  chauffe: echauffement chaud
  overheating: hot
  brule: brulure
  fondu: brule
  melted: burnt
  oil: leak
  rouille: corrosion
  rust: corrosion
  vol: vandalisme
  stolen: theft
  voleurs: vandalisme
  batterie: secourue
  tel: telephone
  portable: telephone
  mobile: phone
  smartphone: telephone phone
  sync: synchronisation
  photos: photo
  pictures: photo
  picture: photo
  pyrano: pyranometre
  voltage: voc
  tension: voc
  current: isc
  courant: isc`
    .split('\n')
    .map((line) => line.split(':'))
    .map(([word = '', also = '']) => [word.trim(), also.trim().split(' ')]),
);

/** A question's words beyond these say it again. */
const MOST_WORDS = 24;

/** A word that is looked for, and what others call it. */
export interface QuestionWord {
  readonly word: string;
  readonly also: readonly string[];
}

/** What a question looks for: its words without those that ask. Numbers count from three figures on, as codes and standards have. */
export function questionWords(question: string): QuestionWord[] {
  const words = [...new Set(foldedWords(question))].filter((word) => !EMPTY.has(word) && isTelling(word));
  return words.slice(0, MOST_WORDS).map((word) => ({ word, also: ALSO.get(word) ?? [] }));
}

const isTelling = (word: string): boolean => (/^\d+$/.test(word) ? word.length > 2 : word.length > 1);
