'use client';

import { Screen, Stack, Text, Title, TopBar, Wordmark } from '@heliograph/ui';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../platform/messages.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { useSession } from '../../platform/session.ts';
import { useTitle } from '../../platform/title.ts';
import { Splash } from '../shell/splash.tsx';
import { signInWords } from './messages.ts';
import { Others } from './others.tsx';
import { PageLanguage } from './page-language.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useWelcome } from './use-welcome.ts';

/** Needed once in the life of a server. */
const FirstStartPage = lazy(() => import(/* webpackChunkName: "online-first-start" */ '../first-start/first-start-page.tsx'));

/** Who works here? Shown at any address of a shell until somebody has signed in, so that a deep link leads on to where it points. */
export default function SignInPage() {
  const words = useMessages(signInWords);
  const { path } = usePlace();
  const session = useSession();
  const shell = path.startsWith('/office') ? '/office' : '/app';
  const again = session.kind === 'person' ? session.identity : null;
  const kind = shell === '/app' ? 'phone' : 'desktop';
  const welcome = useWelcome();
  const [isKnown, setKnown] = useState(false);
  const title = again === null ? words.title : words.titleAgain;
  useTitle(title);
  // An address of its own is left; any other shows its screen as soon as somebody is there.
  const goOn = () => path === `${shell}/sign-in` && navigate(shell, { isReplaced: true });
  if (welcome?.setup && !isKnown)
    return (
      <Suspense fallback={<Splash />}>
        <FirstStartPage kind={kind} onSignIn={() => setKnown(true)} onSignedIn={goOn} />
      </Suspense>
    );
  return (
    <Screen top={<TopBar status={<Wordmark name="Heliograph" />} />}>
      <Stack gap={6}>
        <Stack gap={2}>
          <Title>{title}</Title>
          {again === null && <Text isSoft>{words.about}</Text>}
        </Stack>
        <SignInForm again={again} kind={kind} demo={welcome?.demo ?? null} onSignedIn={goOn}>
          <Others />
          <PageLanguage />
        </SignInForm>
      </Stack>
    </Screen>
  );
}
