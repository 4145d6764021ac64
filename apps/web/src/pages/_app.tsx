import '@heliograph/ui/styles.css';
import type { AppProps } from 'next/app';
import Head from 'next/head';

export default function Page({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>Heliograph</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      </Head>
      <Component {...pageProps} />
    </>
  );
}
