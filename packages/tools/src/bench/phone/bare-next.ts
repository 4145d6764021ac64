import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import { root } from '../../../bootstrap/project.mjs';
import { freePort } from '../../browser/server.ts';

const PAGE = `'use client';
export default function Page() {
  return <main><h1>Bonjour</h1><form><input type="email" /><button type="button">Entrer</button></form></main>;
}
`;
const LAYOUT = 'export default function Layout({ children }) { return <html lang="fr"><body>{children}</body></html>; }\n';
const CONFIG = "export default { output: 'export', generateBuildId: () => 'bare' };\n";
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface BareSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** The least that Next can be: one static page with a form, built as ours is and served packed. */
export async function serveBareNext(): Promise<BareSite> {
  const folder = await mkdtemp(join(tmpdir(), 'heliograph-bare-'));
  await mkdir(join(folder, 'app'));
  await writeFile(join(folder, 'app/page.jsx'), PAGE);
  await writeFile(join(folder, 'app/layout.jsx'), LAYOUT);
  await writeFile(join(folder, 'next.config.mjs'), CONFIG);
  await writeFile(join(folder, 'package.json'), '{ "name": "bare", "private": true }\n');
  await symlink(join(root, 'apps/web/node_modules'), join(folder, 'node_modules'));
  const next = join(root, 'apps/web/node_modules/next/dist/bin/next');
  await promisify(execFile)(process.execPath, [next, 'build', '--webpack'], { cwd: folder, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
  const port = await freePort();
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : (url.split('?')[0] ?? '');
    const file = createReadStream(join(folder, 'out', path));
    file.on('error', () => response.writeHead(404).end());
    file.on('open', () => {
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'gzip' });
      file.pipe(createGzip()).pipe(response);
    });
  }).listen(port);
  return {
    origin: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
