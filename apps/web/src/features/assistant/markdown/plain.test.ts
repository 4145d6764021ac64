import { expect, test } from 'vitest';
import { plainOf } from './plain.ts';

test('an answer becomes lines that read without Markdown: no marks, no numbers of sources, nothing lost', () => {
  const answer = `## Avant tout

**Consignez** l’onduleur [1].

1. Mesurez *à froid* [2][3], chaîne par chaîne.
   - d’abord CH01
2. Notez \`Riso\`.

| Chaîne | Riso |
| --- | --- |
| CH01 | **0,4 MΩ** |

---

[la notice](https://exemple.fr/n) ![schéma](https://exemple.fr/s.png)`;
  expect(plainOf(answer)).toBe(`Avant tout
Consignez l’onduleur.
1. Mesurez à froid, chaîne par chaîne.
  – d’abord CH01
2. Notez Riso.
Chaîne · Riso
CH01 · 0,4 MΩ
la notice (https://exemple.fr/n) schéma`);
});

test('what a model wrote as HTML stays the text it is', () => {
  expect(plainOf('<img src=x onerror=alert(1)> **gras')).toBe('<img src=x onerror=alert(1)> **gras');
});
