import type { Server } from 'node:http';
import type { Pages } from './site.ts';

/** Pages built as they are asked for and renewed in the open browser, for `npm run dev`. The only place where Next runs beside the data. */
export async function openDevPages(http: Server, { dir, port }: { dir: string; port: number }): Promise<Pages> {
  const { default: next } = await import('next');
  const app = next({ dev: true, webpack: true, dir, port, hostname: 'localhost', httpServer: http });
  await app.prepare();
  const handle = app.getRequestHandler();
  return (request, response) => handle(request, response);
}
