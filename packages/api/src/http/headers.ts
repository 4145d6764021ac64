/** On every answer of the API. The shells add their own content policy. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const;

/** The answer with our headers on it; what the handler set itself stays. */
export function dressed(answer: Response, requestId: string, secure: boolean): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (secure) headers.set('strict-transport-security', 'max-age=63072000');
  headers.set('x-request-id', requestId);
  return new Response(answer.body, { status: answer.status, headers });
}
