const LONGEST = 80;

/** A name as a code: letters and digits of the plainest kind. */
export function codeFor(name: string): string {
  const code = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^[_-]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
  return code === '' ? 'x' : code;
}

/** A code that nobody has yet. */
export function freeCode(wanted: string, taken: ReadonlySet<string>, from = 1): string {
  for (let n = from; ; n++) {
    const code = n === 1 ? wanted : `${wanted.slice(0, LONGEST - String(n).length - 1)}-${n}`;
    if (!taken.has(code)) return code;
  }
}

/** A code for each name, all of them different. Names that are codes already keep themselves. */
export function codesFor(names: readonly string[]): ReadonlyMap<string, string> {
  const kept = names.filter((name) => codeFor(name) === name);
  const taken = new Set(kept);
  const codes = new Map(kept.map((name) => [name, name]));
  // Where the next number of a code begins: thousands of names without a letter would else be counted through again and again.
  const tried = new Map<string, number>();
  for (const name of names) {
    if (codes.has(name)) continue;
    const wanted = codeFor(name);
    const code = freeCode(wanted, taken, tried.get(wanted) ?? 1);
    tried.set(wanted, (tried.get(wanted) ?? 1) + 1);
    taken.add(code);
    codes.set(name, code);
  }
  return codes;
}
