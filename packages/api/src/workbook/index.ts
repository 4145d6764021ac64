export { openXlsform } from './open-xlsform.ts';
