'use client';

import { INVITATION_PATH } from '@heliograph/domain/person';
import { lazy, Suspense } from 'react';
import { Failure } from '../platform/failure.tsx';
import { startField } from '../platform/field.ts';
import { FieldProvider } from '../platform/field-context.tsx';
import { startInstall } from '../platform/install.ts';
import { rememberShell } from '../platform/last-shell.ts';
import { part, usePart } from '../platform/part.ts';
import { startRouter, usePlace } from '../platform/router.ts';
import { preloadHere, Routes } from '../platform/routes.tsx';
import { session, startSession } from '../platform/session.ts';
import { settled } from '../platform/settled.ts';
import { startAll, useStarted } from '../platform/started.ts';
import { startSteadyTaps } from '../platform/steady-taps.ts';
import { startUpdates } from '../platform/update.ts';
import { fieldRoutes } from './field-routes.ts';
import { RescuePage } from './rescue/rescue-page.tsx';
import { Broken } from './shell/broken.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Opening } from './shell/opening.tsx';
import { Splash } from './shell/splash.tsx';
import { askAhead } from './sign-in/use-welcome.ts';

/** Seldom needed: whoever is known on this device goes straight to work. */
const signInPage = part(() => import(/* webpackChunkName: "sign-in" */ './sign-in/sign-in-page.tsx'));
/** Nobody waits for these: one asks what waited for the network, the other counts values that differ. */
const AnsweredNotice = lazy(() => settled().then(() => import('./assistant/answered-notice.tsx')));
const ConflictWatch = lazy(() => settled().then(() => import('./attention/conflict-watch.tsx')));
const InvitationPage = lazy(() => import(/* webpackChunkName: "online-invitation" */ './invitation/invitation-page.tsx'));

const router = () => startRouter('/app');
/** Begins to load what will be seen first: of whoever is known here the screen of the address, of a stranger the sign-in, and that screen after it. */
const preloadFirst = () => {
  if (session.get().kind === 'person') return preloadHere(fieldRoutes)();
  signInPage.preload().catch(() => undefined);
  askAhead();
  void settled().then(preloadHere(fieldRoutes));
  return () => undefined;
};
const start = startAll(rememberShell('/app'), router, startSteadyTaps, startSession, startField, preloadFirst, startInstall, startUpdates);

/** The application of the field: everything below `/app`, with or without a network. */
export default function FieldApp() {
  return useStarted(start) ? <Field /> : <Splash />;
}

function Field() {
  const { path } = usePlace();
  if (path === '/app/sign-in') return <SignIn />;
  if (path === INVITATION_PATH)
    return (
      <Failure show={(error) => <Broken error={error} />}>
        <Suspense fallback={<Splash />}>
          <InvitationPage />
        </Suspense>
      </Failure>
    );
  return (
    <FieldProvider nobody={<SignIn />} opening={<Splash />} failed={(error) => <RescuePage error={error} />}>
      <Failure key={path} show={(error) => <Broken error={error} />}>
        <Routes routes={fieldRoutes} notFound={<NotFound home="/app" />} opening={<Opening />} />
      </Failure>
      <Failure show={() => null}>
        <Suspense fallback={null}>
          <AnsweredNotice />
        </Suspense>
      </Failure>
      <Failure show={() => null}>
        <Suspense fallback={null}>
          <ConflictWatch />
        </Suspense>
      </Failure>
    </FieldProvider>
  );
}

function SignIn() {
  const Page = usePart(signInPage);
  return Page === null ? <Splash /> : <Page />;
}
