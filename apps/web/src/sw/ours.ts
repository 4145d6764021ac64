const TYPES: Readonly<Record<string, RegExp>> = {
  js: /^(?:text|application)\/javascript/,
  css: /^text\/css/,
  woff2: /^font\/woff2/,
  webmanifest: /^application\/manifest\+json/,
};

/** Whether an answer is our server's: whole, not led elsewhere, marked by it, and of the type that its name says (H25). */
export function isOurs(url: string, { status, redirected, headers }: Pick<Response, 'status' | 'redirected' | 'headers'>): boolean {
  if (status !== 200 || redirected || headers.get('x-heliograph') === null) return false;
  const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1] ?? 'html';
  const expected = ending === 'html' ? /^text\/html/ : TYPES[ending];
  return expected === undefined || expected.test(headers.get('content-type') ?? '');
}
