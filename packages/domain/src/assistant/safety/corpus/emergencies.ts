import { lines } from './lines.ts';

/** What opens the emergency sheet before any other text (handbook 7.3, "emergency words"): as it is typed by somebody whose hands shake. */
export const EMERGENCIES = {
  fr: lines(`
    Il y a de la fumée qui sort de l'onduleur
    ya le feu dans le coffret
    Mon collègue est électrocuté
    IL NE RESPIRE PLUS
    sa crame dans l armoire dc
    Je vois des étincelles sur le MC4
    f e u
    Il a pris une décharge et il est par terre
    ça brule sous les panneaux
    Un arc s'est amorcé dans la boîte de jonction
    blessé sur le toit que faire
    jai pris le jus g mal au bras
    Le module est en flammes
    ca sent le brulé a coté de l onduleur 4
    Marc est tombé de l'échelle
    inconscient au pied du tracker vite
    Il saigne beaucoup de la main
    le transfo a explosé
    flammes
    au secours
    fumee noire local onduleurs
    Ma collègue fait un malaise avec la chaleur
    le gars est collé au cable il lache pas
    On a un incendie d'herbe sous la rangée 12
    brulure au visage par un flash
    la batterie gonfle et siffle
    Un homme est coincé sous le tracker
    fumé onduleur
    il convulse apres le choc
    sa fait des étinceles dans le coffre
  `),
  en: lines(`
    There is smoke coming out of the inverter
    fire in the combiner box
    My colleague has been electrocuted
    HE IS NOT BREATHING
    its burning in the dc cabinet
    I see sparks on the MC4
    f i r e
    He got a shock and is on the ground
    flames under the panels
    An arc struck inside the junction box
    injured on the roof what do i do
    i got zapped my arm hurts
    The module is on fire
    burning smell next to inverter 4
    Marc fell off the ladder
    unconscious at the foot of the tracker quick
    He is bleeding badly from the hand
    transformer blew up
    flames
    help me
    black smoke inverter room
    My mate collapsed in the heat
    the guy is stuck to the cable cant let go
    We have a grass fire under row 12
    face burnt by a flash
    the battery is swelling and hissing
    A man is trapped under the tracker
    smok inverter
    he is having a seizure after the shock
    sparkin in the box
  `),
} as const;
