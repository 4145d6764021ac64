'use client';

import { attachmentsOf, type ProcedureContent, type ProcedureHash, procedureHashSchema } from '@heliograph/domain';
import { BottomActions, Button, EmptyState, Screen, Skeleton, Text } from '@heliograph/ui';
import { useField, useProcedure } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { usePlace } from '../../platform/router.ts';
import { useTitle } from '../../platform/title.ts';
import { FieldTop } from '../field/field-top.tsx';
import { ProcedureTips } from '../tips/place-tips.tsx';
import { AtHand } from './at-hand.tsx';
import { Attachments } from './attachments.tsx';
import { BeforeStarting } from './before-starting.tsx';
import { useCatalogueNames } from './catalogue-names.ts';
import { Certifications } from './certifications.tsx';
import { procedureMessages } from './messages.ts';
import { ProcedureVersion } from './procedure-version.tsx';
import { StepOutline } from './step-outline.tsx';

/** A procedure before it is begun: dangers first, then what it takes, then every step. */
export default function ProcedurePage({ hash }: { hash: string }) {
  const known = procedureHashSchema.safeParse(hash);
  return known.success ? <Version hash={known.data} /> : <NotHere isNewer={false} />;
}

function Version({ hash }: { hash: ProcedureHash }) {
  const t = useMessages(procedureMessages);
  const held = useProcedure(hash);
  if (held === undefined)
    return (
      <Screen top={<FieldTop title={t.reading} back="/app/library" />}>
        <Skeleton label={t.reading} lines={8} />
      </Screen>
    );
  return held.kind === 'here' ? <Overview hash={hash} content={held.content} /> : <NotHere isNewer={held.kind === 'newer'} />;
}

function NotHere({ isNewer }: { isNewer: boolean }) {
  const t = useMessages(procedureMessages);
  const { procedures, sender } = useField();
  const fetchNow = () => {
    sender.wake('tap');
    void procedures.load();
  };
  const [title, text] = isNewer ? [t.newerTitle, t.newerText] : [t.absentTitle, t.absentText];
  return (
    <Screen
      top={<FieldTop title={t.back} back="/app/library" />}
      bottom={
        <BottomActions>
          <Button kind="primary" isWide href="/app/library">
            {t.allProcedures}
          </Button>
        </BottomActions>
      }
    >
      <EmptyState icon="book" title={title} action={isNewer ? undefined : <Button onClick={fetchNow}>{t.tryAgain}</Button>}>
        {text}
      </EmptyState>
    </Screen>
  );
}

function Overview({ hash, content }: { hash: ProcedureHash; content: ProcedureContent }) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  const names = useCatalogueNames();
  const { search } = usePlace();
  useTitle(content.title[language]);
  return (
    <Screen
      top={<FieldTop title={content.title[language]} eyebrow={names.category(content.category)} back={`/app/library${search}`} />}
      bottom={
        <BottomActions>
          <Button kind="primary" isWide trailingIcon="arrow-right" href={`/app/start/${hash}${search}`}>
            {t.start}
          </Button>
        </BottomActions>
      }
    >
      <Text>{content.description[language]}</Text>
      <AtHand hash={hash} content={content} />
      <Attachments files={attachmentsOf(content)} />
      <BeforeStarting content={content} />
      <Certifications content={content} />
      <StepOutline hash={hash} content={content} />
      <ProcedureTips procedure={content.slug} />
      <ProcedureVersion hash={hash} content={content} />
    </Screen>
  );
}
