import { expect, test } from 'vitest';
import { readDatabaseUrl } from './database-url.ts';

const partsOf = (text: string) => {
  const { username, password, host, pathname, search } = new URL(readDatabaseUrl(text));
  return { user: decodeURIComponent(username), password: decodeURIComponent(password), host, pathname, search };
};

test('an ordinary address stays what it is', () => {
  expect(partsOf('postgres://office:secret@db.example.com:5433/plant?sslmode=require')).toEqual({
    ...{ user: 'office', password: 'secret', host: 'db.example.com:5433', pathname: '/plant', search: '?sslmode=require' },
  });
});

test.each(['p@ss', 'a#b', 'a/b', 'a?b', '100%', 'a:b', 'a b', 'é€', '%zz', 'p@ss/w#rd?100%'])('the password %s works as it is pasted', (password) => {
  expect(partsOf(`postgresql://office:${password}@db:5432/plant`)).toMatchObject({ user: 'office', password, host: 'db:5432' });
});

test('an escaped password is unescaped once', () => {
  expect(partsOf('postgresql://office:p%40ss%2F1@db/plant').password).toBe('p@ss/1');
});

test('an address without a person, by a socket directory, is left alone', () => {
  expect(readDatabaseUrl('postgresql:///plant?host=/var/run/postgresql')).toBe('postgresql:///plant?host=/var/run/postgresql');
});

test('what is no address is refused without repeating a password', () => {
  expect(() => readDatabaseUrl('mysql://office:secret@db/plant')).toThrow(/must look like/);
  expect(() => readDatabaseUrl('mysql://office:secret@db/plant')).not.toThrow(/secret/);
});
