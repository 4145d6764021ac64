import { describe, expect, test } from 'vitest';
import { type Compilation, filesOfField, filesOfPage } from '../build/chunks.ts';

interface Group {
  readonly name?: string;
  readonly chunks: { files: string[]; auxiliaryFiles: string[] }[];
  readonly childrenIterable: Group[];
  readonly asyncEntrypointsIterable: Group[];
  getFiles(): string[];
}

/** A group of chunks with these files, from which these others are loaded later. */
const group = (files: string[], later: Group[] = [], workers: Group[] = []): Group => ({
  chunks: [{ files, auxiliaryFiles: [] }],
  childrenIterable: later,
  asyncEntrypointsIterable: workers,
  getFiles: () => files,
});

const compilation = (entries: Record<string, Group>): Compilation => ({ entrypoints: new Map(Object.entries(entries)), outputOptions: {} });
const pages = { 'pages/_app': group(['app.css', 'next.js']), 'pages/app': group(['splash.css', 'page.js']), 'pages/index': group(['index.js']) };

describe('what the field keeps', () => {
  test('is all that its entry leads to, however deep, workers included, and the styles its page shows before', () => {
    const step = group(['step.js', 'step.css', 'font.woff2', 'reader.wasm', 'step.js.map']);
    const field = group(['field.js', 'react.js'], [group(['today.js'], [step])], [group(['photo-worker.js'])]);
    const office = group(['office.js', 'react.js'], [group(['table.js'])]);
    expect([...filesOfField(compilation({ ...pages, field, office }))].sort()).toEqual(
      ['app.css', 'field.js', 'font.woff2', 'photo-worker.js', 'react.js', 'splash.css', 'step.css', 'step.js', 'today.js'].sort(),
    );
  });

  test('is not what needs a network; what that shares with a screen is kept with it', () => {
    const shared = group(['dates.js']);
    const later = { ...group(['invitation.js'], [shared]), name: 'online-invitation' };
    const field = group(['field.js'], [later, group(['today.js'], [shared])]);
    const kept = [...filesOfField(compilation({ ...pages, field }))];
    expect(kept).toEqual(expect.arrayContaining(['field.js', 'today.js', 'dates.js']));
    expect(kept).not.toEqual(expect.arrayContaining(['invitation.js']));
  });

  test('is found though screens lead to one another in circles', () => {
    const a = group(['a.js']);
    const b = group(['b.js'], [a]);
    a.childrenIterable.push(b);
    expect([...filesOfField(compilation({ ...pages, field: group(['field.js'], [a]) }))]).toContain('b.js');
  });

  test('cannot be nothing: a build without the field’s entry fails', () => {
    expect(() => filesOfField(compilation(pages))).toThrow(/no field/);
  });
});

describe('what a page names', () => {
  const field = group(['field.js', 'parts.css']);
  const made = {
    ...compilation({ field, office: group(['office.js']) }),
    namedChunkGroups: new Map([['sign-in', group(['sign-in.js', 'parts.css'])]]),
  };

  test('are the files of its entry, and on the field those that a sign-in needs beyond them', () => {
    expect(filesOfPage(made, 'field')).toEqual({ scripts: ['/_next/field.js'], styles: ['/_next/parts.css'], signIn: ['/_next/sign-in.js'] });
    expect(filesOfPage(made, 'office')).toEqual({ scripts: ['/_next/office.js'], styles: [], signIn: [] });
  });
});
