/** Which shell this device was last used for; the page at `/` sends people there. */
export const LAST_SHELL = 'heliograph.shell';

export const rememberShell = (shell: '/app' | '/office') => (): (() => void) => {
  localStorage.setItem(LAST_SHELL, shell);
  return () => undefined;
};

/** Runs in the page at `/`, as plain text in its head: a phone goes to the field, a desk to the office, and then wherever it was last. */
export const CHOOSE_SHELL = `(function(){var s=null;try{s=localStorage.getItem('${LAST_SHELL}')}catch(e){}
if(s!=='/app'&&s!=='/office')s=matchMedia('(pointer: coarse), (max-width: 767px)').matches?'/app':'/office';location.replace(s)})()`;
