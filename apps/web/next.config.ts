import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import { InjectManifest } from 'workbox-webpack-plugin';
import { buildId } from './build/build-id.ts';
import { fieldAssets } from './build/field-assets.ts';

const build = buildId();

/** The pages that a phone must have without a network, beside the scripts, styles and fonts that the field's own page leads to. */
const PRECACHED = ['/', '/app', '/manifest.webmanifest', '/icons/icon-192.png'];

/** Next builds a static site, and in development serves it; in production it does not run (docs/decisions/0003). */
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
    webpack: (webpack, { isServer, dev }) => {
      if (!isServer && !dev) webpack.plugins.push(...serviceWorker());
      return webpack;
    },
  };
}

/** Whatever the address inside a shell, it is the shell's one page. The built site does the same in `src/server/site.ts`. */
const shells = async () => ['/app', '/office'].map((shell) => ({ source: `${shell}/:path+`, destination: shell }));

function serviceWorker() {
  const assets = fieldAssets();
  return [
    assets,
    new InjectManifest({
      swSrc: './src/sw/sw.ts',
      swDest: '../public/sw.js',
      // A name is asked for only while the manifest is made, long after the assets are known.
      exclude: [({ asset }: { asset: { name: string } }) => !assets.names().has(asset.name)],
      additionalManifestEntries: PRECACHED.map((url) => ({ url, revision: build })),
      maximumFileSizeToCacheInBytes: 2_000_000,
    }),
  ];
}
