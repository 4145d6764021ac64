import { beforeEach, expect, test } from 'vitest';
import { freshBrowser } from '../../test/fresh-database.ts';
import { owner } from '../contract/samples.ts';
import { deleteFiles, openFiles } from './files.ts';

beforeEach(() => freshBrowser());

const bytes = (length: number) => new Uint8Array(length).fill(7).buffer;

test('a file that is kept is there again with its type, is counted, and frees its room when it goes', async () => {
  const files = openFiles(owner());
  await files.put('/api/attachments/a', { mime: 'image/jpeg', bytes: bytes(1000) });
  await files.put('/api/attachments/b', { mime: 'application/pdf', bytes: bytes(20) });
  expect([...(await files.sizes())]).toEqual([
    ['/api/attachments/a', 1000],
    ['/api/attachments/b', 20],
  ]);
  const document = await files.get('/api/attachments/b');
  expect([document?.type, document?.size]).toEqual(['application/pdf', 20]);
  await files.drop(['/api/attachments/a']);
  expect([...(await files.sizes()).keys()]).toEqual(['/api/attachments/b']);
  expect(await files.get('/api/attachments/a')).toBeNull();
  files.close();
});

test('nothing is left of them once their person has signed out', async () => {
  const files = openFiles(owner());
  await files.put('/api/attachments/a', { mime: 'image/jpeg', bytes: bytes(10) });
  files.close();
  await deleteFiles(owner());
  const again = openFiles(owner());
  expect((await again.sizes()).size).toBe(0);
  again.close();
});
