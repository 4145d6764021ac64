/** Words and runs that people build long passwords from. A password made of nothing else is refused. */
const WORDS = [
  ...[
    'motdepasse',
    'password',
    'passwort',
    'passphrase',
    'bonjour',
    'bienvenue',
    'welcome',
    'administrateur',
    'administrator',
    'admin',
    'utilisateur',
  ],
  ...[
    'changeme',
    'changezmoi',
    'letmein',
    'iloveyou',
    'jetaime',
    'azertyuiop',
    'qsdfghjklm',
    'wxcvbn',
    'azerty',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
  ],
  ...[
    'qwerty',
    'abcdefghijklmnopqrstuvwxyz',
    'abcdef',
    'abc',
    '1234567890',
    '0123456789',
    '123456789',
    '12345678',
    '1234567',
    '123456',
    '12345',
    '1234',
    '123',
  ],
  ...['secret', 'soleil', 'sunshine', 'solaire', 'solar', 'photovoltaique', 'photovoltaic', 'heliograph', 'heliographe', 'technicien', 'maintenance'],
  ...['footballfootball', 'marseille', 'princesse', 'princess', 'dragon', 'monkey', 'master', 'google', 'facebook', 'windows', 'internet'],
];

/** What a guesser ignores: case, accents, spaces, punctuation, and letters written as look-alike digits. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const unleet = (text: string): string =>
  text.replace(/[013457$@]/g, (mark) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a' })[mark] ?? mark);

/**
 * Whether a password says nothing that a guesser does not know: only common words, names of the place, years and repeated characters.
 * What is left after these must still be worth guessing.
 * @param context names of organisation, sites, person
 */
export function isCommon(password: string, context: readonly string[]): boolean {
  const names = context.flatMap((name) => [plain(name), ...name.split(/[^\p{L}\p{N}]+/u).map(plain)]).filter((name) => name.length >= 4);
  const known = [...new Set([...names, ...WORDS])].sort((a, b) => b.length - a.length);
  // Made of symbols only: judged as it stands.
  const readings = plain(password).length < 6 ? [password] : [plain(password), plain(unleet(password.toLowerCase()))];
  return readings.some((text) => isWeak(known.reduce((rest, word) => rest.replaceAll(word, ' '), text)));
}

/** Fewer than six characters that are neither a year nor a repetition. */
function isWeak(rest: string): boolean {
  const kept = rest
    .replace(/(?:19|20)\d\d/g, ' ')
    .replace(/(.{1,4}?)\1{2,}/gu, '$1')
    .replace(/\s/g, '');
  return kept.length < 6 || new Set(kept).size < 4;
}
