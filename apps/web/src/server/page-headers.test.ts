import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentPolicy, inlineScriptHashes, siteHeaders } from './page-headers.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the content policy of a page', () => {
  test('names the scripts written into it, and no other', () => {
    const html = '<script>a()</script><script src="/x.js"></script><script async="" src="/y.js" defer></script><script id="n">b("</p>")\n</script>';
    expect(inlineScriptHashes(html)).toEqual([hashOf('a()'), hashOf('b("</p>")\n')]);
  });

  test('names each once, and data not at all', () => {
    const html = '<script>a()</script><script>a()</script><script id="__NEXT_DATA__" type="application/json">{}</script>';
    expect(inlineScriptHashes(html)).toEqual([hashOf('a()')]);
  });

  test('lets nothing be evaluated, framed or sent elsewhere', () => {
    const policy = contentPolicy([]);
    expect(policy).not.toContain("'unsafe-inline'");
    expect(policy).not.toContain("'unsafe-eval'");
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "connect-src 'self'",
      "img-src 'self' blob: data:",
    ])
      expect(policy.split('; ')).toContain(part);
  });
});

test('https is asked for where the site has it, and only there', () => {
  expect(siteHeaders(true)).toHaveProperty('strict-transport-security');
  expect(siteHeaders(false)).not.toHaveProperty('strict-transport-security');
});
