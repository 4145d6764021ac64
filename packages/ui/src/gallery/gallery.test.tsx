import { readdir, readFile } from 'node:fs/promises';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import * as ui from '../index.ts';
import { CheckSpecimen, Gallery, MeasureSpecimen, OfficeSpecimen, TodaySpecimen } from './gallery.tsx';

const primitives = Object.keys(ui).filter((name) => /^[A-Z]/.test(name));
const pages = { Gallery, TodaySpecimen, MeasureSpecimen, CheckSpecimen, OfficeSpecimen };

test('the gallery shows every primitive', async () => {
  const folder = new URL('.', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'));
  const source = (await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
  expect(primitives.filter((name) => !new RegExp(`<${name}[\\s>]`).test(source))).toEqual([]);
});

describe.each(Object.entries(pages))('%s', (_, Page) => {
  const html = renderToStaticMarkup(<Page />);

  test('is drawn without a browser', () => {
    expect(html.length).toBeGreaterThan(1000);
  });

  test('every button and link has words', () => {
    const inside = [...html.matchAll(/<(button|a)\b([^>]*)>(.*?)<\/\1>/gs)];
    expect(inside.length).toBeGreaterThan(3);
    expect(
      inside.filter(
        ([, , attributes = '', content = '']) =>
          !/aria-label="[^"]/.test(attributes) && !/ alt="[^"]/.test(content) && content.replace(/<[^>]*>/g, '').trim() === '',
      ),
    ).toEqual([]);
  });

  test('every field has its label', () => {
    const ids = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
    const isLabelled = (tag: string) => {
      const id = /\bid="([^"]+)"/.exec(tag)?.[1];
      return /aria-label="[^"]/.test(tag) || /type="(radio|checkbox|file)"/.test(tag) || (id !== undefined && html.includes(`for="${id}"`));
    };
    expect(ids.filter((tag) => !isLabelled(tag))).toEqual([]);
  });

  test('what describes an element is there', () => {
    const ids = new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    const named = [...html.matchAll(/aria-(?:describedby|labelledby|controls)="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('no drawing is read out letter by letter', () => {
    const drawings = [...html.matchAll(/<svg\b[^>]*>/g)].map(([tag]) => tag);
    expect(drawings.filter((tag) => !tag.includes('aria-hidden="true"') && !/role="img" aria-label="[^"]/.test(tag))).toEqual([]);
  });

  test('nothing is styled in place, which a strict page policy would drop', () => {
    expect(html).not.toMatch(/\sstyle="/);
  });
});
