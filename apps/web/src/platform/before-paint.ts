/** Where the preferences on screen are stored. */
export const STORED = 'heliograph.preferences';

/** The browser's own bars until the app runs: the design system's `chromeColors`, which a page that is rendered at build time cannot import. */
export const CHROME = [
  { media: '(prefers-color-scheme: light)', color: '#101b32' },
  { media: '(prefers-color-scheme: dark)', color: '#040915' },
] as const;

/**
 * Runs in the page's head before anything is painted, so that a chosen theme never flashes white. Plain text: its hash is in the content policy.
 * It repeats what `preferences.ts` does, in the words of any browser; a test holds the two equal.
 */
export const BEFORE_PAINT = `(function(){var r=document.documentElement,p={};try{p=JSON.parse(localStorage.getItem('${STORED}'))||{}}catch(e){}
var l=p.language;if(l!=='fr'&&l!=='en'){l='fr';var w=navigator.languages||[];for(var i=0;i<w.length;i++){var t=w[i].slice(0,2).toLowerCase();if(t==='fr'||t==='en'){l=t;break}}}
r.lang=l;if(p.theme==='clair'||p.theme==='sombre'||p.theme==='soleil')r.setAttribute('data-theme',p.theme);
if(p.textSize&&p.textSize!==100)r.setAttribute('data-text-size',String(p.textSize))})()`;
