import { type DocumentProps, Head, Html, Main, NextScript } from 'next/document';
import { entryFiles } from '../../build/entry-files.ts';
import { SignInGlance } from '../features/sign-in/sign-in-glance.tsx';
import { BEFORE_PAINT, CHROME } from '../platform/before-paint.ts';
import { forStrangers } from '../platform/for-strangers.ts';

/** What every page is written into at build time. */
export default function Document({ __NEXT_DATA__: { page } }: DocumentProps) {
  const { scripts, styles, signIn } = entryFiles(page);
  return (
    <Html lang="fr">
      <Head>
        {/* Our own constants; their hashes are in the content policy. */}
        <script dangerouslySetInnerHTML={{ __html: BEFORE_PAINT }} />
        {signIn.length > 0 && <script dangerouslySetInnerHTML={{ __html: forStrangers(signIn) }} />}
        <meta name="description" content="Les procédures des centrales photovoltaïques, sur le terrain, avec ou sans réseau." />
        {CHROME.map(({ media, color }) => (
          <meta key={media} name="theme-color" media={media} content={color} />
        ))}
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-title" content="Heliograph" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="icon" href="/icons/favicon-32.png" sizes="32x32" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-180.png" />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripts.map((src) => (
          <script key={src} src={src} defer />
        ))}
      </Head>
      <body>
        <Main />
        {signIn.length > 0 && <SignInGlance />}
        <NextScript />
      </body>
    </Html>
  );
}
