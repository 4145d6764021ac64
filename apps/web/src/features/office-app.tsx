'use client';

import { useState } from 'react';
import { Failure } from '../platform/failure.tsx';
import { rememberShell } from '../platform/last-shell.ts';
import { startRouter, usePlace } from '../platform/router.ts';
import { Routes } from '../platform/routes.tsx';
import { startSession, useSession } from '../platform/session.ts';
import { startAll, useStarted } from '../platform/started.ts';
import { startSteadyTaps } from '../platform/steady-taps.ts';
import { OfficeData } from '../platform/trpc.tsx';
import { ConfirmPassword } from './account/confirm-password.tsx';
import { SessionOver } from './office/session-over.tsx';
import { officeRoutes } from './office-routes.ts';
import { Broken } from './shell/broken.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Splash } from './shell/splash.tsx';
import SignInPage from './sign-in/sign-in-page.tsx';

const start = startAll(rememberShell('/office'), () => startRouter('/office'), startSteadyTaps, startSession);

/** The application of the office: everything below `/office`, with a network. */
export default function OfficeApp() {
  return useStarted(start) ? <OfficeShell /> : <Splash />;
}

function OfficeShell() {
  const { path } = usePlace();
  const session = useSession();
  const [round, setRound] = useState(0);
  if (session.kind === 'nobody' || path === '/office/sign-in') return <SignInPage />;
  return (
    <OfficeData key={session.identity.org.id + session.identity.user.id}>
      <ConfirmPassword />
      {/* Nothing is recorded in the office without the server: a session that is over asks for the password at once. */}
      {session.isOver && <SessionOver onBackToNothing={() => setRound((n) => n + 1)} />}
      <Failure key={`${round} ${path}`} show={(error) => <Broken error={error} />}>
        <Routes routes={officeRoutes} notFound={<NotFound home="/office" />} />
      </Failure>
    </OfficeData>
  );
}
