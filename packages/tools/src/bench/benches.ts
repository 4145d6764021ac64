import type { Bench } from './measure.ts';
import { backlog } from './phone/backlog.ts';
import { coldStart } from './phone/cold-start.ts';
import { editor } from './phone/editor.ts';
import { firstLook } from './phone/first-look.ts';
import { live } from './phone/live.ts';
import { photo } from './phone/photo.ts';
import { rows } from './phone/rows.ts';
import { search } from './phone/search.ts';
import { streams } from './phone/streams.ts';
import { tap } from './phone/tap.ts';
import { tree } from './phone/tree.ts';
import { weight } from './phone/weight.ts';
import { clients } from './server/clients.ts';
import { deskSearch } from './server/desk-search.ts';
import { exchangeSize } from './server/exchange-size.ts';
import { files } from './server/files.ts';
import { firstWord } from './server/first-word.ts';
import { library } from './server/library.ts';
import { procedures } from './server/procedures.ts';
import { retrieval } from './server/retrieval.ts';
import { startUp } from './server/start-up.ts';
import { writePath } from './server/write-path.ts';
import { xlsform } from './server/xlsform.ts';

/** Every bench, in the order of the table. */
export const benches: readonly Bench[] = [
  weight,
  firstLook,
  tap,
  coldStart,
  photo,
  backlog,
  rows,
  editor,
  streams,
  tree,
  search,
  live,
  exchangeSize,
  library,
  writePath,
  clients,
  files,
  procedures,
  retrieval,
  deskSearch,
  xlsform,
  firstWord,
  startUp,
];
