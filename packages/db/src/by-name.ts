import type { OrderByItemBuilder } from 'kysely';

/** People's order of names, the same on every server: the databases' own default puts `é` after `z`. */
export const byName = (order: OrderByItemBuilder) => order.collate('und-x-icu');
