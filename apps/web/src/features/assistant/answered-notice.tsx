'use client';

import { Button, Cluster, Notice } from '@heliograph/ui';
import { useEffect } from 'react';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { navigate, usePlace } from '../../platform/router.ts';
import styles from './assistant.module.css';
import { assistantMessages } from './messages.ts';
import { phoneTalks } from './phone-talks.ts';
import { answered, startWaiting } from './waiting-questions.ts';

/** Asks what waited for the network, wherever one is in the app, and says when an answer is there. */
export default function AnsweredNotice() {
  const t = useMessages(assistantMessages);
  const { org, user } = useField().identity;
  const { path } = usePlace();
  const shown = useReadable(answered);
  useEffect(() => startWaiting(phoneTalks({ org: org.id, user: user.id })), [org.id, user.id]);
  const href = shown === null ? null : `/app/assistant/${shown.conversation}`;
  useEffect(() => {
    if (href === path) answered.set(null);
  }, [href, path]);
  if (shown === null || href === null || href === path) return null;
  return (
    <div className={styles.notice}>
      <Notice
        tone={shown.end === 'answered' ? 'conform' : 'watch'}
        title={t[`end_${shown.end}`]}
        isLive
        action={
          <Cluster>
            <Button kind="action" onClick={() => navigate(href)}>
              {t.open}
            </Button>
            <Button kind="quiet" onClick={() => answered.set(null)}>
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
