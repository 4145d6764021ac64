import { makesTables } from './table.ts';

/**
 * The organisation's library in passages, and the words they hold. Words are looked up by equality on a b-tree: behind row-level security the planner
 * uses no index for `@@` or `%`, whose functions are not leakproof.
 */
export const passages = makesTables([
  {
    name: 'passage',
    columns: `
      org_id uuid not null,
      id integer not null,
      kind text not null,
      ref text not null,
      step text not null,
      stamp text not null,
      title jsonb not null,
      body jsonb not null,
      constraint passage_pk primary key (org_id, id),
      constraint passage_place_key unique (org_id, kind, ref, step),
      constraint passage_organisation_fk foreign key (org_id) references organisation (org_id)`,
    app: 'select, insert, update, delete',
  },
  {
    // The weight stands in the key: the heaviest passages of a common word are read without the others.
    name: 'passage_word',
    columns: `
      org_id uuid not null,
      language text not null,
      word text not null,
      passage_id integer not null,
      weight integer not null,
      constraint passage_word_pk primary key (org_id, language, word, weight, passage_id)`,
    app: 'select, insert, delete',
    after: ['create index passage_word_passage on passage_word (org_id, passage_id)'],
  },
  {
    // Words as they are written, for misspelt ones: those that begin alike.
    name: 'passage_term',
    columns: `
      org_id uuid not null,
      initial text not null,
      term text not null,
      constraint passage_term_pk primary key (org_id, initial, term)`,
    app: 'select, insert',
  },
  {
    // How far the passages have followed the library: `seen` is a number of the organisation's counter.
    name: 'passage_state',
    columns: `
      org_id uuid not null,
      seen bigint not null,
      version text not null,
      passages integer not null,
      last_id integer not null,
      constraint passage_state_pk primary key (org_id),
      constraint passage_state_organisation_fk foreign key (org_id) references organisation (org_id)`,
    app: 'select, insert, update',
  },
]);
