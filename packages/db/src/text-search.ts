import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whether every word of a query occurs in a text, whatever case and accents. What is special in a pattern is taken to the letter. */
export const containing = (text: Expression<string> | RawBuilder<unknown>, query: string): Expression<SqlBool> => holdingWords(folded(text), query);

/** The same where the text is kept folded already: what is written seldom and looked through often. */
export function holdingWords(foldedText: RawBuilder<unknown>, query: string): Expression<SqlBool> {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const tests = words.map((word) => sql<SqlBool>`${foldedText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return tests.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(tests, sql` and `)})`;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

// Both databases decompose; combining marks are one block of Unicode.
const folded = (text: Expression<string> | RawBuilder<unknown>) => sql`lower(regexp_replace(normalize(${text}, NFKD), '[\u0300-\u036f]', '', 'g'))`;
