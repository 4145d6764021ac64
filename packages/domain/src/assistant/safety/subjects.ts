import { type Concept, lexemes } from './lexicon.ts';

/** The direct-current side: live whenever it sees light. */
export const DC: Concept = lexemes(`
  dc, cc, chaine, chaines, string, strings, module, modules, panneau, panneaux, panel, panels, mc4*, connecteur*, connector*, coffret*,
  combiner*, boite de jonction, junction box, voc, isc, riso, isolement, insulation, polarite, polarity, array, champ pv, fusible*, fuse,
  fuses, courbe iv, diode*, photovolt*`);

/** Putting one's hands on something. */
export const TOUCHING: Concept = lexemes(`
  ouvrir, ouvre, ouvrez, toucher, touche, debranch*, rebranch*, branche*, brancher, deconnect*, reconnect*, connecter, remplac*, changer,
  change, changement, demont*, remont*, serrer, serrage, resserr*, reparer, repar*, nettoy*, demarr*, redemarr*, rearm*, coupe, couper,
  consign*, deconsign*, retirer, enlever, mesur*, tester, intervenir, manoeuvr*, depanner, depann*, open, opening, touch, unplug*, plug,
  disconnect*, connect, replac*, swap, remov*, dismantl*, tighten*, retighten*, torque, repair*, fix, clean, cleaning, restart*, reset*,
  rearm*, lock out, lockout, measur*, test, operate, switch on, switch off, pull, lift, cut, je fais quoi, que faire, what do i do, what
  should i do`);

export const THUNDER: Concept = lexemes('orage*, tonnerre, foudre, eclair*, thunder*, lightning, storm, storms, gronde, grondent, grondement*');
