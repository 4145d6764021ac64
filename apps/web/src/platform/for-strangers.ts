import { IDENTITY } from './identity.ts';

/**
 * Runs in the field's head, as plain text whose hash is in the content policy: whoever is not known on this device sees the sign-in first, so its
 * files are asked for together with the first ones, and not once those have run.
 */
export const forStrangers = (files: readonly string[]): string => `(function(){try{if(localStorage.getItem('${IDENTITY}')!==null)return}catch(e){}
${JSON.stringify(files)}.forEach(function(f){var l=document.createElement('link');l.rel='preload';l.as=/css$/.test(f)?'style':'script';l.href=f;document.head.appendChild(l)})})()`;
