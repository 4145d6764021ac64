/** On every answer of the API. The shells add their own content policy. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const;

/** For pages: what a browser may do on behalf of this site. Hashes of the inline scripts are added by the build (`script`). */
export const pageHeaders = ({ script, secure }: { script: readonly string[]; secure: boolean }): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  'content-security-policy': [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${script.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  ...(secure ? { 'strict-transport-security': 'max-age=63072000' } : {}),
});

/** The answer with our headers on it; what the handler set itself stays. */
export function dressed(answer: Response, requestId: string, secure: boolean): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (secure) headers.set('strict-transport-security', 'max-age=63072000');
  headers.set('x-request-id', requestId);
  return new Response(answer.body, { status: answer.status, headers });
}
