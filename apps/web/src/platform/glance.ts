import { INVITATION_PATH } from '@heliograph/domain/person';
import { IDENTITY } from './identity.ts';

/** What the page brings for a stranger to look at and to type into, until the application runs: the sign-in, once in each language. */
export const GLANCE = 'glance';

/**
 * Runs right behind it, as plain text whose hash is in the content policy. It leaves the copy in the page's language, and none to whoever is known
 * here or comes by an invitation. Nothing is sent from it: that somebody wanted to is noted, for the form that takes its place.
 */
export const KEEP_GLANCE = `(function(){var g=document.getElementById('${GLANCE}'),k=location.pathname==='${INVITATION_PATH}';
try{k=k||localStorage.getItem('${IDENTITY}')!==null}catch(e){}
if(k)return g.remove();
Array.from(g.children).forEach(function(c){if(c.lang!==document.documentElement.lang)c.remove()});
g.addEventListener('submit',function(e){e.preventDefault();g.setAttribute('aria-busy','true')});
g.setAttribute('data-shown','')})()`;

/** What somebody did at the sign-in before the application ran. */
export interface Beginning {
  readonly email: string;
  readonly password: string;
  /** Where they are typing. */
  readonly focus: 'email' | 'password' | null;
  /** They wanted to be signed in already. */
  readonly isSent: boolean;
}

/** Takes it off the page; null where there is nothing of it, or no longer. */
export function takeGlance(): Beginning | null {
  const glance = document.getElementById(GLANCE);
  if (glance === null) return null;
  const field = (name: string) => glance.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const focus = (['email', 'password'] as const).find((name) => field(name) === document.activeElement) ?? null;
  const begun = {
    email: field('email')?.value ?? '',
    password: field('password')?.value ?? '',
    focus,
    isSent: glance.getAttribute('aria-busy') === 'true',
  };
  glance.remove();
  return begun;
}
