import { describe, expect, test } from 'vitest';
import { isOurs } from './ours.ts';

const answer = (type: string, { status = 200, redirected = false, isMarked = true } = {}) => ({
  status,
  redirected,
  headers: new Headers({ 'content-type': type, ...(isMarked ? { 'x-heliograph': '1' } : {}) }),
});
const SCRIPT = 'https://a.b/_next/static/chunks/1.js';

describe('what may be kept for the time without a network', () => {
  test('is what our server sent, of the type its name says', () => {
    expect(isOurs(SCRIPT, answer('text/javascript; charset=utf-8'))).toBe(true);
    expect(isOurs('https://a.b/app', answer('text/html; charset=utf-8'))).toBe(true);
    expect(isOurs('https://a.b/', answer('text/html'))).toBe(true);
    expect(isOurs('https://a.b/manifest.webmanifest', answer('application/manifest+json'))).toBe(true);
  });

  test('is never a portal’s page in place of a script, of a style or of the app itself', () => {
    expect(isOurs(SCRIPT, answer('text/html'))).toBe(false);
    expect(isOurs('https://a.b/_next/static/css/1.css', answer('text/html'))).toBe(false);
    expect(isOurs('https://a.b/app', answer('text/html', { isMarked: false }))).toBe(false);
  });

  test('is never an error, nor what was found elsewhere', () => {
    expect(isOurs(SCRIPT, answer('text/javascript', { status: 404 }))).toBe(false);
    expect(isOurs(SCRIPT, answer('text/javascript', { redirected: true }))).toBe(false);
  });
});
