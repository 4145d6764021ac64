import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import { InjectManifest } from 'workbox-webpack-plugin';
import { buildId } from './build/build-id.ts';
import { chunks } from './build/chunks.ts';
import { withSharedParts } from './build/shared-parts.ts';

const build = buildId();

/** What a phone must have without a network beside the scripts, styles and fonts of the field. */
const PRECACHED = ['/', '/app', '/manifest.webmanifest', '/icons/icon-192.png'];

/** Next builds a static site, and in development serves it; in production it does not run (docs/decisions/0007). */
export default function config(phase: string): NextConfig {
  const isBuild = phase === PHASE_PRODUCTION_BUILD;
  return {
    ...(isBuild ? { output: 'export' } : { rewrites: shells }),
    transpilePackages: ['@heliograph/domain', '@heliograph/offline', '@heliograph/sync', '@heliograph/ui'],
    images: { unoptimized: true },
    poweredByHeader: false,
    reactStrictMode: true,
    generateBuildId: () => build,
    env: { NEXT_PUBLIC_BUILD: build },
    // Checked by `npm run check`, once for the whole project.
    typescript: { ignoreBuildErrors: true },
    webpack: (webpack, { isServer, dev }) => (isServer || dev ? webpack : forBrowsers(webpack)),
  };
}

/** Whatever the address inside a shell, it is the shell's one page. The built site does the same in `src/server/site.ts`. */
const shells = async () => ['/app', '/office'].map((shell) => ({ source: `${shell}/:path+`, destination: shell }));

/** Adds the two applications and the service worker. */
function forBrowsers<Bundler extends { plugins: unknown[]; optimization: { splitChunks?: unknown } }>(webpack: Bundler): Bundler {
  const known = chunks();
  webpack.optimization.splitChunks = withSharedParts(webpack.optimization.splitChunks);
  webpack.plugins.push(
    known,
    new InjectManifest({
      swSrc: './src/sw/sw.ts',
      swDest: '../public/sw.js',
      exclude: [({ asset }: { asset: { name: string } }) => !known.isOfField(asset.name)],
      additionalManifestEntries: PRECACHED.map((url) => ({ url, revision: build })),
      maximumFileSizeToCacheInBytes: 2_000_000,
    }),
  );
  return webpack;
}
