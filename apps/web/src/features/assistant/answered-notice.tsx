'use client';

import { Button, Cluster, Notice } from '@heliograph/ui';
import { useEffect } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import { startAnalyses } from '../vision/waiting-analyses.ts';
import { arrival } from './arrival.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import { phoneTalks } from './phone-talks.ts';
import { startWaiting } from './waiting-questions.ts';

/** Asks what waited for the network, wherever one is in the app, and says when an answer is there. */
export default function AnsweredNotice() {
  const t = useMessages(assistantMessages);
  const { identity, view, sender } = useField();
  const { org, user } = identity;
  const { path } = usePlace();
  const shown = useReadable(arrival);
  useEffect(() => startWaiting(phoneTalks({ org: org.id, user: user.id })), [org.id, user.id]);
  useEffect(
    () => startAnalyses({ owner: { org: org.id, user: user.id }, outbox: view.outbox, unsent: view.unsent, sender }),
    [org.id, user.id, view, sender],
  );
  const isHere = shown?.href === path;
  useEffect(() => {
    if (isHere) arrival.set(null);
  }, [isHere]);
  if (shown === null || isHere) return null;
  return (
    <div className={styles.notice}>
      <Notice
        tone={shown.end === 'answered' || shown.end === 'analysed' ? 'conform' : 'watch'}
        title={t[`end_${shown.end}`]}
        isLive
        action={
          <Cluster>
            <Button kind="action" onClick={() => navigate(shown.href)}>
              {t.open}
            </Button>
            <Button kind="quiet" onClick={() => arrival.set(null)}>
              {t.close}
            </Button>
          </Cluster>
        }
      >
        {shown.text.slice(0, 80)}
      </Notice>
    </div>
  );
}
