'use client';

import { Facts, Notice, Section } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { officeMessages } from '../messages.ts';
import { instantOfDay } from '../shared/days.ts';
import { useAddressName } from './address-name.ts';
import { reviewMessages } from './review-messages.ts';
import type { OpenedExecution } from './types.ts';

/** What one must know before reading: halted, sent back, withdrawn, changed after its end, photos that are still to come. */
export function Standing({ opened }: { opened: OpenedExecution }) {
  const t = useMessages(officeMessages);
  const words = useMessages(reviewMessages);
  const nameOf = useAddressName(opened);
  const { execution, halt, returned, suspended, withdrawn, names, changedAfterCompletion } = opened;
  const haltedAt = nameOf(halt?.address ?? null);
  return (
    <>
      {haltedAt !== null && <Notice tone="stop">{t.halted(haltedAt)}</Notice>}
      {returned !== null && (
        <Notice tone="watch" title={words.returnedNow(names[returned.by] ?? '–')}>
          {[nameOf(returned.step ?? null), returned.note].filter(Boolean).join(' · ')}
        </Notice>
      )}
      {suspended !== null && <Notice title={words.suspendedNow(names[suspended.by] ?? '–')}>{suspended.reason}</Notice>}
      {withdrawn !== null && <Notice title={words.withdrawnNow(names[withdrawn.by] ?? '–')}>{withdrawn.reason}</Notice>}
      {changedAfterCompletion.length > 0 && <Notice tone="watch">{t.changedAfter(changedAfterCompletion.length)}</Notice>}
      {execution.missingPhotos > 0 && <Notice tone="info">{t.missingPhotos(execution.missingPhotos)}</Notice>}
    </>
  );
}

/** What was asked for, and what had been told to the office before anybody went. */
export function Given({ opened: { plan, names } }: { opened: OpenedExecution }) {
  const t = useMessages(reviewMessages);
  const format = useFormat();
  if (plan === null) return null;
  const { symptom, alarm, source } = plan.reported ?? {};
  const reported = [alarm, symptom, source].filter(Boolean).join(' · ');
  return (
    <Section title={t.given}>
      <Facts
        items={[
          { label: t.day, value: format.day(instantOfDay(plan.day), 'UTC') },
          { label: t.givenBy, value: names[plan.by] ?? '–' },
          ...(plan.note === undefined ? [] : [{ label: t.note, value: plan.note }]),
          ...(reported === '' ? [] : [{ label: t.reported, value: reported }]),
        ]}
      />
    </Section>
  );
}
