import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { route } from './routes.tsx';

const Numbered = ({ id }: { id: string }) => <p>{id}</p>;
const numbers = () => route('/numbers/:id', async () => ({ default: Numbered }));
const html = (one: ReturnType<typeof numbers>, path: string) => renderToStaticMarkup(one.show(path));

test('a screen that was loaded ahead is drawn at once', async () => {
  const ahead = numbers();
  await ahead.preload();
  expect(html(ahead, '/numbers/7')).toBe('<p>7</p>');
  expect(html(numbers(), '/numbers/7')).toBe('');
});

test('a path of another screen is left to it', () => {
  expect(numbers().show('/letters/7')).toBeNull();
});
