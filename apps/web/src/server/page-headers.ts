import { createHash } from 'node:crypto';

/** What a browser may do on behalf of a page. Pages are static and cached for offline use, so inline scripts are named by hash: a nonce would be stale. */
export function contentPolicy(scriptHashes: readonly string[]): string {
  return [
    "default-src 'none'",
    // The scanner's decoder is WebAssembly; no text is ever evaluated.
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The hashes of the scripts written into a page, as a content policy names them. What has a type is data: no browser runs it. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/g)];
  const inline = scripts.flatMap(({ groups = {} }) => (/\s(?:src|type)=/.test(groups['attributes'] ?? '') ? [] : [groups['text'] ?? '']));
  return [...new Set(inline)].filter((text) => text !== '').map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/** On everything but the API, which says its own. @param isSecure people reach the server over https */
export const siteHeaders = (isSecure: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), screen-wake-lock=(self), microphone=(), payment=(), usb=(), display-capture=()',
  ...(isSecure ? { 'strict-transport-security': 'max-age=63072000' } : {}),
});
