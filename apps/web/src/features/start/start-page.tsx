'use client';

import { type ProcedureContent, type ProcedureHash, procedureHashSchema } from '@heliograph/domain';
import type { PlannedWork } from '@heliograph/offline';
import { BottomActions, Button, EmptyState, Notice, Screen, Skeleton } from '@heliograph/ui';
import { useProcedure } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { type Plant, usePlant } from '../assets/use-plant.ts';
import { FieldTop } from '../field/field-top.tsx';
import { EnvironmentFacts } from '../procedure/environment-facts.tsx';
import { SafetyWarnings } from '../procedure/safety-warnings.tsx';
import { GroundNotice } from '../today/ground-notice.tsx';
import { useGround } from '../today/use-ground.ts';
import { startMessages } from './messages.ts';
import { MissingAuthorisation } from './missing-authorisation.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { RolesChoice } from './roles-choice.tsx';
import { SecondChoice } from './second-choice.tsx';
import { type StartForm, useStart } from './use-start.ts';
import { WorkBrief } from './work-brief.tsx';

/** Where, as whom and with whom; then the work begins. */
export default function StartPage({ hash }: { hash: string }) {
  const t = useMessages(startMessages);
  const known = procedureHashSchema.safeParse(hash);
  useTitle(t.title);
  return known.success ? <Start hash={known.data} /> : <NotHere />;
}

function Start({ hash }: { hash: ProcedureHash }) {
  const t = useMessages(startMessages);
  const held = useProcedure(hash);
  const plant = usePlant();
  if (held === undefined || plant === undefined)
    return (
      <Screen top={<FieldTop title={t.title} back={`/app/procedures/${hash}`} />}>
        <Skeleton label={t.reading} lines={6} />
      </Screen>
    );
  return held.kind === 'here' ? <StartForProcedure hash={hash} content={held.content} plant={plant} /> : <NotHere />;
}

function NotHere() {
  const t = useMessages(startMessages);
  return (
    <Screen top={<FieldTop title={t.title} back="/app/library" />}>
      <EmptyState icon="book" title={t.absentTitle} action={<Button href="/app/library">{t.procedures}</Button>}>
        {t.absentText}
      </EmptyState>
    </Screen>
  );
}

interface StartForProcedureProps {
  readonly hash: ProcedureHash;
  readonly content: ProcedureContent;
  readonly plant: Plant;
  /** What the office gave: its place is known, and the start is that of the work. */
  readonly work?: PlannedWork;
}

export function StartForProcedure({ hash, content, plant, work }: StartForProcedureProps) {
  const t = useMessages(startMessages);
  const language = useLanguage();
  const { search } = usePlace();
  const isNowhere = work === undefined && plant.sites.length === 0;
  // Work that this browser would not keep is not begun (H1, H14).
  const ground = useGround();
  const form = useStart(hash, { content, plant, wanted: new URLSearchParams(search).get('asset'), work });
  return (
    <Screen
      top={
        <FieldTop
          title={content.title[language]}
          eyebrow={t.title}
          back={work === undefined ? `/app/procedures/${hash}${search}` : '/app'}
          {...(form.site === null ? {} : { site: form.site })}
        />
      }
      bottom={
        <BottomActions>
          <Button kind="primary" isWide icon="play" isBusy={form.isBusy} disabled={isNowhere || ground !== 'ready'} onClick={() => void form.begin()}>
            {form.isBusy ? t.starting : t.start}
          </Button>
        </BottomActions>
      }
    >
      {isNowhere ? (
        <EmptyState icon="site" title={t.noSiteTitle}>
          {t.noSiteText}
        </EmptyState>
      ) : (
        <>
          <GroundNotice ground={ground} />
          <Problem form={form} />
          {work === undefined ? <PlaceChoice form={form} content={content} plant={plant} /> : <WorkBrief work={work} plant={plant} />}
          <MissingAuthorisation content={content} />
          {content.teamMin > 1 && <SecondChoice form={form} needed={content.teamMin} />}
          <RolesChoice form={form} />
          <EnvironmentFacts environment={content.environment} />
          <SafetyWarnings warnings={content.safetyWarnings.filter(({ level }) => level === 'danger')} />
        </>
      )}
    </Screen>
  );
}

/** Choices that lack are said beside their question too; what the disk refused is said here only. */
function Problem({ form: { problem } }: { form: StartForm }) {
  const t = useMessages(startMessages);
  if (problem !== 'not_saved' && problem !== 'full') return null;
  return (
    <Notice tone="stop" isLive>
      {problem === 'full' ? t.full : t.notSaved}
    </Notice>
  );
}
