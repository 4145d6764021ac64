import '@heliograph/ui/styles.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { BEFORE_PAINT, CHROME } from '../platform/before-paint.ts';

export const metadata: Metadata = {
  title: 'Heliograph',
  description: 'Les procédures des centrales photovoltaïques, sur le terrain, avec ou sans réseau.',
  applicationName: 'Heliograph',
  manifest: '/manifest.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.svg', type: 'image/svg+xml' },
      { url: '/icons/favicon-32.png', sizes: '32x32' },
    ],
    apple: '/icons/apple-touch-180.png',
  },
  appleWebApp: { capable: true, title: 'Heliograph', statusBarStyle: 'default' },
  formatDetection: { telephone: false, date: false, address: false, email: false },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [...CHROME],
};

/** Every page: the styles, and what must be known before the first paint. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant; its hash is in the content policy */}
        <script dangerouslySetInnerHTML={{ __html: BEFORE_PAINT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
