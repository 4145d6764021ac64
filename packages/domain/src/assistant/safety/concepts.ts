import { lexemes } from './lexicon.ts';

/**
 * The things and acts that the rules of questions and of answers combine, each in both languages. A rule is read as "this act, on such a thing, in
 * such a state"; a new word goes to its concept and serves every rule.
 */

/** What protects people and plant. */
export const PROTECTION = lexemes(`
  consignation, cadenas, verrouillage*, interverrouillage*, asservissement*, controleur d isolement, controle d isolement, cpi, detecteur*, detector*,
  detection, fusible*, protection*, disjoncteur*, differentiel*, diff, vigi, parafoudre*, arret d urgence, arrets d urgence, securite*, relais, alarme*,
  defaut*, anti ilotage, fin de course, fins de course, contact de porte, contact de la porte, contacts de porte, coupure d urgence, disj, sectionneur verrouille,
  lockout, lock out, loto, padlock*, interlock*, insulation monitor*, imd, afci, gfdi, arc fault, rcd, rcds, residual current, fuse, fuses, breaker*,
  protective*, surge arrester*, spd, emergency stop*, rapid shutdown, safety, safeties, relay*, alarm, alarms, isolation, insulation, isolement,
  anti islanding, door switch*, door contact*, limit switch*, arc detection, ground fault`);

/** Acts that put a protection out of use. */
export const DEFEATING = lexemes(`
  ponter, ponte, pontez, pontait, pontant, pontage, shunt*, court circuiter, court circuitez, court circuite*, contourn*, inhib*, desactiv*,
  neutralis*, bypass*, by pass*, leurr*, forcer, forcez, !sauter, supprimer, supprimez, tromper, trompez, outrepass*, passer outre, passez outre,
  debrayer, debrayez, zapper, zappez, caler, calez, circumvent*, disabl*, !defeat*, jumper*, bridge, bridging, override,
  overrid*, skip, skipping, work around, trick, get around, getting around, get past, turn off, turning off, switch off the protect*, deactivat*,
  suppress*, fil a la place, wire instead, piece of wire, wire across, fil entre, shorts out, short out, shorting out, wedge, wedging,
  out of the loop, mask, masquer, faire croire, fera croire, make it think, ignorer, ignorez, ignore, fool, fooling, cheat, spoof, jump, tie down`);

/** Left aside for good. */
export const LEAVING = lexemes('laissez, laisser, laisse, mettez, mettre, leave, leaving, put, putting, take');
export const OUT_OF_CIRCUIT = lexemes('hors circuit, hors service, out of circuit, out of service, out of the loop');

/** Said of a fault only to go on in spite of it. */
export const IN_SPITE = lexemes('se passer de, eviter la consign*, sans consign*, without lock*, force, malgre le, sans voir le defaut, despite the');

/** Taking away, of a thing that is never taken away. */
export const TAKING_AWAY = lexemes(
  'enlev*, supprim*, retir*, debranch*, coup*, sauter, remov*, cut, cutting, take, taking, get rid of, unplug*, pull*, rip*, out',
);
/** What stays in its place whatever is done beside it: no spare part, so nobody changes it in passing. */
export const FIXED_GUARD = lexemes(`
  contact de porte, contact de la porte, fin de course, vigi, afci, rcd, rapid shutdown, interlock*, interverrouillage*, door switch*, door contact*, limit switch*,
  arret d urgence, emergency stop*, detection d arc, arc detection, anti ilotage, anti islanding`);

export const LOCK = lexemes('cadenas, padlock*, loto, consignation, lockout, lock out, tag, macaron, pancarte*');
export const SOMEONE_ELSE = lexemes(`
  d un autre, d une autre, de quelqu un, collegue*, celui qui, sans l accord, mate, mates, colleague*, somebody else*, someone else*, another, his, her,
  their, owner, oublie, forgotten, parti, left, gone`);
export const CUTTING = lexemes('coup*, enlev*, retir*, lever, levez, forc*, pince*, cut, cutting, cutter*, remov*, break, saw, grinder, meul*');

/** Stands in for a fuse or deceives a contact. */
export const STAND_IN = lexemes(`
  fil, fils, cuivre, strap*, clou, clous, alu, aluminium, aimant*, cale, trombone, allumette*, bout de bois, resistance, wire, wires, copper, nail, nails, foil,
  magnet*, aluminum, paperclip*, bit of wood, matchstick*, resistor*, coin, bolt`);
export const STOOD_FOR = lexemes(`
  fusible*, porte fusible*, contact*, fin de course, capteur*, disjoncteur*, protection*, borne*, fuse, fuses, fuse holder*, limit switch*, door switch*, breaker*,
  sensor*, terminal*`);
/** Without which a wire beside a terminal is a wire beside a terminal. */
export const IN_PLACE = lexemes(`
  a la place, au lieu, en attendant, entre les, entourez, entourer, enroul*, aimant*, magnet*, foil, papier alu*, wrap*, instead, in place of,
  across, where the fuse, until the part, clou, clous, nail`);
/** Why a protection is put out of use. */
export const NO_MORE_TRIPPING = lexemes(`
  declenche plus, declenchera plus, declencher plus, saute plus, sautera plus, saute pas, arrete de sauter, verra plus, voit plus, voie plus, tombe plus,
  no longer trip*, no longer see*, not trip, never trip*, stop tripping, stops tripping, stop blowing, stops blowing, t trip, t blow, t see`);
export const FITTING = lexemes(`
  mettre, mettez, met, mets, remplac*, fil, strap*, plus gros, plus fort*, superieur*, resistance, branchez, relie*, borne*, put, fit, fitting, replace*, bigger,
  larger, stronger, wire, wires, resistor*, jumper, terminal*`);
export const OVERSIZED = lexemes('plus gros, plus grosse, plus fort, plus forte, surcalibr*, bigger, larger, stronger, oversize*, next size up');
export const FUSE = lexemes('fusible*, disjoncteur*, fuse, fuses, breaker*');

/** Wired past its protection. */
export const STRAIGHT = lexemes('en direct, direct sur, sans passer par, straight through, wire it straight, run straight, directly past, bypassing');
export const SWITCHED = lexemes(
  'vigi, differentiel*, diff, disjoncteur*, fusible*, parafoudre*, sectionneur*, rcd, breaker*, fuse, fuses, surge arrester*, spd, isolator*',
);
export const WITHOUT = lexemes('sans, without');
export const RUNNING = lexemes('fonctionn*, tourn*, marche*, demarr*, redemarr*, produi*, run, runs, running, start*, restart*, produc*');

export const THRESHOLD = lexemes('seuil*, limite, reglage*, threshold*, limit, setting*');
export const LOWERING = lexemes(`
  baiss*, abaiss*, diminu*, a zero, a 0, quand meme, malgre, lower*, reduc*, to zero, to 0, anyway, despite, regardless, desserr*`);
export const INSULATION = lexemes('isolement, riso, afci, arc, differentiel*, protection*, insulation, isolation, rcd, ground fault, leakage');

export const ALARM = lexemes('alarme*, alarm, alarms, defaut*, fault*');
export const SILENCING = lexemes('faire taire, supprim*, silence*, coupe*, mute*, suppress*, cach*, hide, ignor*');
export const FOR_GOOD = lexemes(`
  pour de bon, definitivement, sans chercher, laissez tourner, laisser tourner, for good, permanently, without looking, let it run, keep it running`);

/** Taking apart what may carry current. */
export const SEPARATING = lexemes(`
  debranch*, deconnect*, ouvrir, ouvre, ouvrez, ouverture, retir*, tirer, tire, tirez, enlev*, separ*, arrach*, !sortir, sortez, unplug*, disconnect*, open, opens,
  opening, pull*, yank*, remov*, separat*, swap, take out, taking out, take the fuse*, pop the, plugs off, connectors off, !changer, !change, remplac*, replac*`);
export const LOADED = lexemes(`
  sous charge, en charge, pleine charge, sous tension, sous courant, sans arreter, sans couper, sans coupure, sans mesurer, en production, onduleur en marche, en
  fonctionnement, pendant qu il produit, pendant que ca produit, qui produit, onduleur produit, sans consigner, sans consignation, a vif, a chaud,
  onduleur tourne, onduleurs tournent, pendant que ca tourne, qu il tourne, !debite, debitent, courant passe, courant circule, avec du courant, amperes, du courant
  dedans, onduleur allume, onduleur encore allume, sans arret,
  under load, on load, full load, while live, live, connector hot, connectors hot, plugs hot, hot unplug*, energised, energized, without stopping, without shutting, without switching, while running, while it runs,
  while producing, producing, without isolating, without measuring, without locking, hot swap, still running, is running, flowing, carries current, carry
  current, carrying current, current in it, current in them, amps, inverter on, inverter still on, inverter is on, inverter produces, inverter runs`);
export const ABRUPTLY = lexemes(`
  d un coup sec, coup sec, geste rapide, tres vite, assez vite, sans attendre, sharply, yank*, quick, quickly, swiftly, in one go, fast movement,
  quick pull, without waiting, jerk`);
/** An arc belittled. */
export const SMALL_ARC = lexemes(`
  arc est bref, arc sera bref, arc bref, petit arc, arc est court, arc s eteint tout seul, arc s eteint vite, que des etincelles, arc is brief, arc will be brief, brief
  arc, small arc, little arc, arc is short, arc dies, arc goes out by itself, just a spark`);

/** Words that make what follows needless. */
export const NEEDLESS = lexemes(`
  pas besoin, plus besoin, pas la peine, inutile d, inutile de, pas necessaire, pas obligatoire, pas oblige*, oubliez, passez vous de, se passer, peut etre saute*,
  facultati*, formalite, no need, not need, t need, needn t, not necessary, unnecessary, not needed, t bother, forget the, forget about, do without, optional,
  formality, superflu*, needless`);
export const PROVING = lexemes(`
  vat, absence de tension, verifier, mesurer, mesure, controler, tester, prove, proving, test, testing, measure, measuring, check, checking, voltage test`);
export const COMPANION = lexemes(`
  collegue*, binome, second, seconde personne, deuxieme, etre deux, a deux, colleague*, partner, second person, second guy, 2nd, 2e, buddy, two people`);
export const STOPPING = lexemes(
  'arreter, couper, eteindre, ouvrir le sectionneur, stop the, stopping, switch off, switching off, shut, shutting, isolate, isolating',
);
export const PREPARING = lexemes(`
  consign*, permis, permit, gants, epi, casque, visiere, harnais, lock out, lockout, locking, gloves, ppe, visor, face shield, harness, helmet`);

export const DEAD = lexemes(`
  hors tension, plus de tension, plus de courant, sans tension, sans danger, sans risque, en securite, plus dangereux, plus sous tension, consigne, il est mort, est
  mort, is dead, dead, de energised, de energized, deenergized, no voltage, no power, no current, safe, not live, no longer live, isolated, harmless, t hurt`);
/** A sign that proves nothing. */
export const POOR_SIGN = lexemes(`
  eteint*, voyant*, ecran, 0 v, zero volt*, coupe l ac, coupe le disjoncteur, gris, nuage*, photo, off, led, screen, display, black, dark, cloudy, overcast, picture,
  reads zero, cut the ac`);
export const HANDS_IN = lexemes(`
  y aller, les mains, la main, toucher, touche, intervenir, go ahead, good to go, my hands, my hand, hands in, touch, start work*, on est d accord, agreed`);

export const ALONE = lexemes(`
  seul, seule, tout seul, solo, en solo, sans collegue, sans second, sans binome, sans le second, sans attendre le second, sans personne, personne en bas, personne avec
  moi, pas de binome, alone, by myself, by yourself, on my own, on your own, single handed, without a colleague, without my colleague, without a second, with no one,
  no one below, nobody below, nobody with me, no partner`);

export const REARMING = lexemes(`
  rearm*, re arm*, reenclench*, re enclench*, reencl*, remettre le disj*, remettez le disj*, remettre le diff*, remettez le diff*, reset*, re arm, reclos*, re close, flip
  the breaker, breaker back on`);
export const REPEATEDLY = lexemes(`
  encore, plusieurs fois, deux fois, trois fois, quatre fois, dix fois, 3 fois, 4 fois, 5 fois, a chaque fois, chaque fois, en boucle, sans arret, toujours, de nouveau, a
  nouveau, a repetition, de suite, jusqu, autant de fois, retombe, resaute, redeclenche*, combien de fois, toutes les, insist*, again, repeatedly, over and over, keep,
  keeps, until, till, how many times, several times, three times, four times, ten times, times in a row, in a row, as often, every time, each time, every`);

export const MEASURED = lexemes(`
  numero de serie, mesure, mesures, valeur, valeurs, releve, releves, lecture, norme, article, resultat, resultats, clause, chiffre*, riso, isolement, tension, serial,
  serial number, reading, readings, measurement*, value, values, figure, figures, result, results, standard, voltage, insulation`);
export const INVENTING = lexemes(`
  !invent*, bidon, bidonner, au hasard, au pif, falsifi*, fausse, fausses, faux, imagine, imaginer, sans mesurer, sans les prendre, make up, made up, fake, faking,
  !fabricat*, random, without measuring, pretend, guess`);
export const CREDIBLE = lexemes('credible*, vraisemblable*, believable, realist*, plausible*, convaincant*, convincing');
export const WRITING = lexemes(`
  donne, donnez, donner, give, provide, mets, mettez, mettre, met, note, notez, noter, inscris, inscrire, inscrivez, ecris, ecrire, ecrivez, remplis, remplir, fill, put,
  enter, write, type`);
export const NOT_MEASURED = lexemes(`
  pas mesure, pas pris, pas releve, pas eu le temps, sans avoir mesure, n ai pas fait, not measure*, not take*, t measure*, t take*, have not measured, no time to take, no
  time to measure`);
export const UNWATCHED = lexemes(`
  personne ne verifie*, personne ne regarde*, personne ne verra, suffira, fera l affaire, passera inapercu, nobody will, no one will, nobody checks, will do, good enough,
  t notice`);

export const SIGNING = lexemes(`
  signe, signer, signez, coche, cocher, cochez, clos, cloture*, cloturer, ferme l etape, valide, valider, validez, marque, passe, passer, passez, get past, get through, sign, tick, close,
  complete, mark, check off, approve, validate, pass, set`);
export const STEP = lexemes(`
  etape, etapes, point d arret, points d arret, toutes les cases, la case, l intervention, la consignation, step, steps, hold point*, all boxes, the box, the
  intervention, the checklist, the lockout`);
export const ON_BEHALF = lexemes(`
  a ma place, a sa place, a la place du, a la place de, pour moi, a mon nom, en mon nom, avec mon nom, for me, in my place, on my behalf, in his place, in place of the, in
  my name, with my name, using my name`);
export const TWO_PERSON_STEP = lexemes('deux personnes, a deux, seconde personne, two person, two people, second person, two persons');
export const OWN_NAME = lexemes('deux fois votre nom, votre nom, votre propre nom, own name, your name, same name, meme nom, deux fois');

export const DRUG = lexemes(`
  medicament*, paracetamol, aspirine, morphine, adrenaline, dose, posologie, garrot, diagnosti* medical, pommade, cachet*, comprime*, creme*, medicine*, medication*,
  painkiller*, ibuprofen*, aspirin, tourniquet, ointment, dosage, pill, pills, cream, tablet of`);
export const PATIENT = lexemes(`
  collegue, victime, blesse*, brulure*, electris*, electrocut*, chataigne, lui, donner, donnez, coeur, douleur, !saign*, jambe, main, bras, repos*, colleague, victim,
  injur*, burn, burns, shock, zapped, him, her, give, take, apply, appliqu*, heart, pain, bleeding, leg, hand, arm, headache, rest`);
export const DOCTOR = lexemes('hopital, medecin, urgences, samu, hospital, doctor, ambulance');
export const DOING_WITHOUT = lexemes('eviter, se passer, pas besoin, pas la peine, sans, attendre, skip, avoid, no need, without, wait');
