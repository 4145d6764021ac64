'use client';

import type { Clash } from '@heliograph/domain/procedure/draft';
import { Button, Cluster, Facts, Notice, Stack, StateMark } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import { useReadable } from '../../../platform/readable.ts';
import { clashWords, takeTheirs } from './clash.ts';
import { useEditor, useSteps } from './editor-context.tsx';
import { editorMessages } from './messages.ts';
import type { DraftDesk } from './use-draft-desk.ts';

const MARKS = { saved: 'conform', waiting: 'here', saving: 'doing', offline: 'here', signed_out: 'watch', gone: 'watch', refused: 'watch' } as const;

/** Whether the words are safe, and where; who else is writing; and what two people wrote at once. */
export function SaveLine({ desk }: { desk: DraftDesk & { readonly others: readonly string[] } }) {
  const t = useMessages(editorMessages);
  const { autosave, others, isRestored } = desk;
  const { kind, isKept, clashes, by, renewal } = useReadable(autosave.state);
  return (
    <Stack gap={3}>
      <Cluster gap={4}>
        <span role="status">
          <StateMark mark={MARKS[kind]} label={t[`save_${kind}`]} size="small" />
        </span>
        {others.length > 0 && <StateMark mark="watch" label={t.others(others.join(', '))} size="small" />}
        {by !== null && <StateMark mark="conform" label={t.takenIn(by)} size="small" />}
      </Cluster>
      {isRestored && <Notice isLive>{t.restored}</Notice>}
      {!isKept && (
        <Notice tone="stop" isLive>
          {t.notKept}
        </Notice>
      )}
      {kind === 'gone' && (
        <Notice
          tone="watch"
          isLive
          title={t.goneTitle}
          action={
            renewal !== null && (
              <Button kind="action" onClick={autosave.renew}>
                {t.renew}
              </Button>
            )
          }
        >
          {renewal === null ? t.goneKept : t.goneText}
        </Notice>
      )}
      {clashes.map((clash) => (
        <ClashNotice key={`${clash.step} ${clash.field}`} clash={clash} by={by} onDone={() => autosave.settle(clash)} />
      ))}
    </Stack>
  );
}

function ClashNotice({ clash, by, onDone }: { clash: Clash; by: string | null; onDone(): void }) {
  const t = useMessages(editorMessages);
  const language = useLanguage();
  const editor = useEditor();
  const steps = useSteps();
  const at = steps.findIndex(({ id }) => id === clash.step);
  const take = () => {
    takeTheirs(editor, clash);
    onDone();
  };
  return (
    <Notice
      tone="watch"
      isLive
      title={t.clash(by ?? t.somebody, at < 0 ? t.aboutProcedure : t.stepNumber(at + 1, steps.length))}
      action={
        <Cluster gap={2}>
          <Button kind="action" onClick={onDone}>
            {t.keepMine}
          </Button>
          <Button kind="quiet" onClick={take}>
            {t.takeTheirs}
          </Button>
        </Cluster>
      }
    >
      <Facts
        items={[
          { label: t.mine, value: clashWords(clash.mine, language) },
          { label: t.theirs, value: clashWords(clash.theirs, language) },
        ]}
      />
    </Notice>
  );
}
