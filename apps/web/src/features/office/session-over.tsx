'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { trpc } from '../../platform/trpc.tsx';
import SignInPage from '../sign-in/sign-in-page.tsx';
import styles from './session-over.module.css';

interface SessionOverProps {
  /** Signed in where nothing had been read yet, let alone written: the page begins anew. */
  onBackToNothing(): void;
}

const hasAnswer = (queries: QueryClient) =>
  queries
    .getQueryCache()
    .getAll()
    .some(({ state }) => state.status === 'success');

/**
 * The sign-in over whatever is open, sheets included, until the same person is back: what was being typed stays where it is. Somebody else who
 * signs in gets pages of their own.
 */
export function SessionOver({ onBackToNothing }: SessionOverProps) {
  const utils = trpc.useUtils();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [{ title, wasRead }] = useState(() => ({ title: document.title, wasRead: hasAnswer(queries) }));
  const back = useEffectEvent(onBackToNothing);
  const stay = () => dialog.current?.isConnected && !dialog.current.open && dialog.current.showModal();
  useEffect(() => {
    dialog.current?.showModal();
    return () => {
      document.title = title;
      // What was asked for meanwhile was refused.
      void utils.invalidate();
      if (!wasRead) back();
    };
  }, [utils, title, wasRead]);
  return (
    <dialog ref={dialog} className={styles.over} onCancel={(event) => event.preventDefault()} onClose={stay}>
      <SignInPage />
    </dialog>
  );
}
