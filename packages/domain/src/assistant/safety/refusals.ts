import { type Lexeme, lexemes, mentions } from './lexicon.ts';
import { DC, THUNDER } from './subjects.ts';

/** What the assistant never does (handbook 7.3). */
export const REFUSALS = [
  'bypass_protection',
  'under_load',
  'declare_dead',
  'work_alone',
  'thunderstorm',
  'rearm_repeatedly',
  'invent',
  'sign_or_tick',
  'medical',
  'undocumented_value',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Asked for when something is said of every group. */
interface Rule {
  readonly refusal: Refusal;
  readonly groups: readonly (readonly Lexeme[])[];
}

const PROTECTION: readonly Lexeme[] = lexemes(`
  consignation, cadenas, verrouillage*, interverrouillage*, asservissement*, controleur d isolement, controle d isolement, cpi, detecteur*, detector*,
  detection, fusible*, protection*, disjoncteur*, differentiel*, parafoudre*, arret d urgence, securite*, relais, alarme*, defaut*, lockout,
  lock out, padlock*, interlock*, insulation monitor*, imd, afci, arc fault, rcd, fuse, fuses, breaker*, protective*, surge arrester*,
  emergency stop, safety, safeties, relay*, alarm, alarms, isolation, insulation, isolement`);
const BYPASSING: readonly Lexeme[] = lexemes(`
  ponter, ponte, pontez, pontage, shunt*, court circuiter, contourn*, inhib*, desactiv*, neutralis*, bypass*, by pass*, leurr*, forcer, force,
  sauter, supprimer, tromper, outrepass*, passer outre, se passer de, eviter la consign*, sans consign*, debrayer, circumvent*, disabl*,
  defeat*, jumper*, bridge, bridging, override, overrid*, skip, skipping, work around, trick, get around, without lock*, turn off the,
  deactivat*, suppress*, fil a la place, wire instead, mask, masquer, faire croire, ignorer, ignorez, ignore the, malgre le, sans voir le defaut, despite the,
  fool, cheat, spoof, jump`);
const SEPARATING: readonly Lexeme[] = lexemes(`
  debranch*, deconnect*, ouvrir, ouvre, ouvrez, ouverture, retir*, tirer, tire, enlev*, separ*, arrach*, sortir, unplug*, disconnect*, open,
  opening, pull*, remov*, separat*, swap, changer, change, remplac*, replac*`);
const LOADED: readonly Lexeme[] = lexemes(`
  sous charge, en charge, sous tension, sans arreter, sans couper, sans coupure, sans mesurer, en production, onduleur en marche, en
  fonctionnement, pendant qu il produit, pendant que ca produit, qui produit, sans consigner, sans consignation, a vif, a chaud, under load,
  on load, while live, live, energised, energized, without stopping, without shutting, without switching, while running, while it runs, while
  producing, producing, without isolating, without measuring, without locking, hot swap, still running, is running, debite, debitent, courant passe,
  courant circule, avec du courant, flowing, carries current, carry current, carrying current, inverter on, inverter still on, inverter is on,
  onduleur allume, onduleur encore allume`);
const DEAD: readonly Lexeme[] = lexemes(`
  hors tension, plus de tension, sans tension, sans danger, sans risque, en securite, plus dangereux, consigne, il est mort, is dead, dead, de
  energised, de energized, deenergized, no voltage, safe, not live, no longer live, isolated, harmless`);
const ASSURE: readonly Lexeme[] = lexemes(`
  est ce que, est il, est elle, est ce, c est, confirm*, dis moi, dites moi, assur*, garanti*, certifi*, declar*, valid*, puis je, peut on, je
  peux, bien, is it, is this, is the, are the, can i, may i, tell me, sure, ensure, guarantee*, certify, declare, say, do you, does it look,
  looks, sur la photo, on the photo, dead right, safe right, so it is`);
const MAY_TOUCH: readonly Lexeme[] = lexemes(`
  je peux toucher, puis je toucher, peux je toucher, on peut toucher, peut on toucher, can i touch, may i touch, can we touch, ok to touch,
  okay to touch`);
const CONDUCTOR: readonly Lexeme[] = lexemes(`
  borne*, terminal*, cable*, conducteur*, conductor*, barre*, jeu de barres, busbar*, cosse*, lug, lugs, fil, fils, wire, wires, connecteur*,
  connector*, mc4, fusible*, fuse, fuses`);
const ALONE: readonly Lexeme[] = lexemes(`
  seul, seule, tout seul, en solo, sans collegue, sans second, sans binome, sans le second, alone, by myself, on my own, single handed,
  without a colleague, without my colleague, without a second`);
const TWO_PERSON: readonly Lexeme[] = lexemes(`
  consign*, deconsign*, hta, ht, poste, transfo*, cellule*, sous tension, remplac*, module*, toiture, hauteur, debranch*, isolement, onduleur
  central, intervenir, travail*, continuer, finir, faire, mesur*, ouvr*, chaine*, lockout, lock out, hv, mv, substation, transformer*,
  switchgear, live, replac*, roof, height, unplug*, insulation, central inverter, work*, continue, finish, do it, measur*, open, string*, lift`);
const GOING_ON: readonly Lexeme[] = lexemes(`
  continuer, continue, finir, terminer, rester, reste, commencer, travailler, intervenir, quand meme, monter, malgre, je peux, puis je, on
  peut, peut on, carry on, keep, go on, finish, stay, start, working, work, anyway, despite, climb, finit, finissons, on termine, measuring`);
const REARM: readonly Lexeme[] = lexemes(
  'rearm*, re arm*, reenclench*, re enclench*, reencl*, remettre le disjoncteur, reset*, re arm, reclos*, re close',
);
const AGAIN: readonly Lexeme[] = lexemes(`
  encore, plusieurs fois, a chaque fois, en boucle, sans arret, toujours, de nouveau, a repetition, jusqu a ce, autant de fois, retombe,
  resaute, redeclenche*, combien de fois, again, repeatedly, over and over, keep, keeps, until it holds, until, how many times, several times,
  times`);
const INVENTED: readonly Lexeme[] = lexemes(`
  numero de serie, mesure, mesures, valeur, valeurs, releve, releves, lecture, norme, article, resultat, resultats, clause, serial, serial
  number, reading, readings, measurement*, value, values, result, results, standard, clause`);
const INVENTING: readonly Lexeme[] = lexemes(`
  invent*, bidon, bidonner, au hasard, falsifi*, fausse, fausses, faux, imagine, imaginer, sans mesurer, sans les
  prendre, make up, made up, fake, faking, fabricat*, random, without measuring, pretend, guess`);
const CREDIBLE: readonly Lexeme[] = lexemes('credible*, vraisemblable*, believable, realist*, plausible*, convaincant*, convincing');
const WRITING: readonly Lexeme[] = lexemes(
  'donne, donnez, donner, give, mets, mettez, mettre, met, inscris, inscrire, inscrivez, ecris, ecrire, remplis, remplir, fill, put, enter, write, type',
);
const SIGNING: readonly Lexeme[] = lexemes(`
  signe, signer, signez, coche, cocher, cochez, clos, cloture*, cloturer, ferme l etape, valide, valider, validez, marque, sign, tick, close,
  complete, mark, check off, approve, validate, pass`);
const RECORD: readonly Lexeme[] = lexemes(`
  etape, etapes, point d arret, points d arret, a ma place, pour moi, a sa place, toutes les cases, la case, l intervention, step, steps, hold
  point*, for me, in my place, on my behalf, in his place, all boxes, the box, the intervention, the checklist`);
const MEDICAL: readonly Lexeme[] = lexemes(`
  medicament*, paracetamol, aspirine, morphine, adrenaline, dose, posologie, garrot, diagnosti* medical, pommade, cachet*, medicine*,
  medication*, painkiller*, ibuprofen*, aspirin, tourniquet, ointment, dosage, pill, pills`);
const PERSON: readonly Lexeme[] = lexemes(`
  collegue, victime, blesse*, brulure*, electris*, electrocut*, lui, donner, coeur, douleur, saigne*, jambe, main, bras, colleague, victim,
  injur*, burn, burns, shock, him, her, give, take, heart, pain, bleeding, leg, hand, arm, headache`);

const RULES: readonly Rule[] = [
  { refusal: 'bypass_protection', groups: [BYPASSING, PROTECTION] },
  {
    refusal: 'under_load',
    groups: [
      SEPARATING,
      LOADED,
      [
        ...DC,
        'cable*',
        'cables',
        'plug',
        'plugs',
        'borne*',
        'terminal*',
        'sectionneur',
        'interrupteur*',
        'switch',
        'onduleur*',
        'inverter*',
        'it',
        'le',
        'la',
        'les',
      ],
    ],
  },
  { refusal: 'thunderstorm', groups: [THUNDER, GOING_ON] },
  { refusal: 'work_alone', groups: [ALONE, TWO_PERSON] },
  { refusal: 'declare_dead', groups: [DEAD, ASSURE] },
  { refusal: 'declare_dead', groups: [MAY_TOUCH, CONDUCTOR] },
  { refusal: 'rearm_repeatedly', groups: [REARM, AGAIN] },
  { refusal: 'invent', groups: [INVENTING, INVENTED] },
  { refusal: 'invent', groups: [WRITING, CREDIBLE, INVENTED] },
  { refusal: 'sign_or_tick', groups: [SIGNING, RECORD] },
  { refusal: 'medical', groups: [MEDICAL, PERSON] },
];

/** The first thing asked for that must be refused. */
export const refusalIn = (words: readonly string[]): Refusal | null =>
  RULES.find(({ groups }) => groups.every((group) => mentions(words, group)))?.refusal ?? null;
