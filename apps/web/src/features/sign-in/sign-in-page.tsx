'use client';

import { Screen, Segmented, Stack, Title, TopBar, Wordmark } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { LANGUAGES, prefer, useLanguage } from '../../platform/preferences.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { useSession } from '../../platform/session.ts';
import { useTitle } from '../../platform/title.ts';
import { signInWords } from './messages.ts';
import { Others } from './others.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Who works here? Shown at any address of a shell until somebody has signed in, so that a deep link leads on to where it points. */
export default function SignInPage() {
  const words = useMessages(signInWords);
  const { path } = usePlace();
  const session = useSession();
  const shell = path.startsWith('/office') ? '/office' : '/app';
  const again = session.kind === 'person' ? session.identity : null;
  const title = again === null ? words.title : words.titleAgain;
  useTitle(title);
  // An address of its own is left; any other shows its screen as soon as somebody is there.
  const goOn = () => path === `${shell}/sign-in` && navigate(shell, { isReplaced: true });
  return (
    <Screen top={<TopBar status={<Wordmark name="Heliograph" />} />}>
      <Stack gap={6}>
        <Title>{title}</Title>
        <SignInForm again={again} kind={shell === '/app' ? 'phone' : 'desktop'} onSignedIn={goOn} />
        <Others />
        <LanguageChoice />
      </Stack>
    </Screen>
  );
}

const NAMES = { fr: 'Français', en: 'English' } as const;

function LanguageChoice() {
  const words = useMessages(signInWords);
  const options = LANGUAGES.map((value) => ({ value, label: NAMES[value] }));
  return <Segmented label={words.language} options={options} value={useLanguage()} onChange={(language) => prefer({ language })} />;
}
