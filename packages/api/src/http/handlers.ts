import { hasOrganisations, withLookup } from '@heliograph/db';
import manifest from '../../package.json' with { type: 'json' };
import { importHandler } from '../asset/import-handler.ts';
import { attachmentHandler } from '../attachment/attachment-handler.ts';
import type { Deps } from '../deps.ts';
import { exportHandler } from '../export/export-handler.ts';
import { photoHandler } from '../photo/photo-handler.ts';
import { procedureImportHandler } from '../procedure/import-handler.ts';
import { tipPhotoHandler } from '../tip/tip-photo-handler.ts';
import { type DoorSettings, door, type Handler } from './door.ts';
import { trpcHandler } from './trpc-handler.ts';

/** The HTTP doors, free of any framework: the web app mounts them under their paths. */
export interface Handlers {
  /** `/api/trpc/*`: GET, POST. */
  readonly trpc: Handler;
  /** `/api/photos/{sha256}`: HEAD, PATCH, GET. */
  readonly photo: Handler;
  /** `POST /api/attachments`, `GET /api/attachments/{sha256}`: pictures and documents of procedures. */
  readonly attachment: Handler;
  /** `POST /api/tips/{id}/photos`: a picture for a tip, from a desk. */
  readonly tipPhoto: Handler;
  /** `POST /api/import/assets`: a file of equipment. */
  readonly import: Handler;
  /** `POST /api/import/xlsform`, `POST /api/import/procedure`: a procedure from a workbook or from our own file. */
  readonly importProcedure: Handler;
  /** `GET /api/export/executions.csv`, `.json`: records as a file. */
  readonly export: Handler;
  /** `GET /api/health`: the process is alive. */
  readonly health: Handler;
  /** `GET /api/ready`: it can also do its work. */
  readonly ready: Handler;
}

/** @param open the dependencies, opened at the first call that needs them */
export function createHandlers(settings: DoorSettings & { engine: Deps['db']['engine'] }, open: () => Promise<Deps>): Handlers {
  let photo: ReturnType<typeof photoHandler> | null = null;
  return {
    trpc: door(settings, async (visit) => trpcHandler(await open(), visit)),
    photo: door(settings, async (visit) => {
      photo ??= photoHandler(await open());
      return photo(visit);
    }),
    attachment: door(settings, async (visit) => attachmentHandler(await open(), visit)),
    tipPhoto: door(settings, async (visit) => tipPhotoHandler(await open(), visit)),
    import: door(settings, async (visit) => importHandler(await open(), visit)),
    importProcedure: door(settings, async (visit) => procedureImportHandler(await open(), visit)),
    export: door(settings, async (visit) => exportHandler(await open(), visit)),
    health: door(settings, async () => Response.json({ status: 'ok', version: manifest.version, database: settings.engine })),
    ready: door(settings, async () => {
      const { db } = await open();
      await withLookup(db, hasOrganisations);
      return Response.json({ status: 'ready' });
    }),
  };
}
