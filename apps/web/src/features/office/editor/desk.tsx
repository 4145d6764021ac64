'use client';

import { Segmented, Stack, Text, Title, VisuallyHidden } from '@heliograph/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Identity } from '../../../platform/identity.ts';
import { useMessages } from '../../../platform/messages.ts';
import { usePlace } from '../../../platform/router.ts';
import type { Output } from '../../../platform/rpc.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import styles from './editor.module.css';
import { EditorContext, useEditing, useEditor, useOpenStep } from './editor-context.tsx';
import { draftIn, type Editor } from './editor-store.ts';
import { Findings } from './findings.tsx';
import { HeadPanel } from './head-panel.tsx';
import { editorMessages } from './messages.ts';
import { Outline } from './outline.tsx';
import { addStep } from './outline-keys.ts';
import { Preview } from './preview.tsx';
import { PublishButton } from './publish-button.tsx';
import { SaveLine } from './save-line.tsx';
import { StepPanel } from './step-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCalmDraft } from './use-calm-draft.ts';
import { type DraftDesk, useDraftDesk } from './use-draft-desk.ts';
import { flagsOf, useFindings } from './use-findings.ts';

interface DeskProps {
  readonly first: Output<'procedure.draft'>;
  readonly identity: Identity;
}

/** The editor's desk: the outline, the thing being written, the phone it will be read on. */
export function Desk({ first, identity }: DeskProps) {
  const desk = useDraftDesk(first, identity);
  const { editor } = desk;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const does = keyOfDesk(event, editor);
      if (does === null) return;
      event.preventDefault();
      does();
    };
    // On the page: a button that can do no more loses the focus, and the keys go on.
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [editor]);
  return (
    <EditorContext value={editor}>
      <div className={styles.desk}>
        <Top desk={desk} code={first.slug} />
        <Parts identity={identity} />
      </div>
    </EditorContext>
  );
}

/** Keys that mean the same wherever one is: undo, redo, a new step, and back to the outline. */
function keyOfDesk({ key, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent, editor: Editor): (() => void) | null {
  const isInDialog = target instanceof Element && target.closest('dialog') !== null;
  if (isInDialog) return null;
  if (key === 'Escape') return () => document.getElementById('outline')?.focus();
  if (!ctrlKey && !metaKey) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? editor.redo : editor.undo;
    case 'y':
      return editor.redo;
    case 'enter':
      return () => addStep(editor);
    default:
      return null;
  }
}

function Top({ desk, code }: { desk: DraftDesk & { readonly others: readonly string[] }; code: string }) {
  const t = useMessages(editorMessages);
  const titleOf = useStepTitle();
  const title = useEditing((state) => draftIn(state).title);
  return (
    <header className={styles.top}>
      <Stack gap={1}>
        <Title>{title.fr.trim() === '' && title.en.trim() === '' ? t.untitled : titleOf({ title })}</Title>
        <Text kind="small" isSoft>
          {t.draftOf(code)}
        </Text>
      </Stack>
      <div className={styles.publish}>
        <PublishButton code={code} autosave={desk.autosave} />
      </div>
      <div className={styles.wide}>
        <SaveLine desk={desk} />
      </div>
    </header>
  );
}

type Part = 'outline' | 'properties' | 'preview';

/** Three columns on a desk; fewer where there is no room for all. */
function Parts({ identity }: { identity: Identity }) {
  const t = useMessages(editorMessages);
  const [shown, setShown] = useState<Part>('outline');
  const [said, say] = useState('');
  const draft = useCalmDraft();
  const findings = useFindings(draft);
  const flagged = useMemo(() => flagsOf(findings), [findings]);
  const showProperties = useCallback(() => setShown((now) => (now === 'outline' ? 'properties' : now)), []);
  const editor = useEditor();
  const { search } = usePlace();
  useEffect(() => {
    // Whoever comes from a finding or a comparison comes to write.
    if (new URLSearchParams(search).has('step')) setShown('properties');
  }, [search]);
  return (
    <>
      <div className={styles.narrow}>
        <Segmented
          label={t.parts}
          isLabelHidden
          value={shown}
          onChange={setShown}
          options={[
            { value: 'outline', label: t.outline },
            { value: 'properties', label: t.properties },
            { value: 'preview', label: t.preview },
          ]}
        />
      </div>
      <div className={styles.parts} data-shown={shown}>
        <section className={styles.left} aria-label={t.outline}>
          <Stack gap={3}>
            <HeadButton />
            <Toolbar say={say} onAdd={() => setShown('properties')} />
          </Stack>
          <Outline draft={draft} flagged={flagged} onOpened={showProperties} />
          <VisuallyHidden>
            <span role="status">{said}</span>
          </VisuallyHidden>
        </section>
        <section className={styles.middle} aria-label={t.properties}>
          <Findings
            findings={findings}
            steps={draft.steps}
            onOpen={(step) => {
              editor.open(step);
              setShown('properties');
            }}
          />
          <Panel />
        </section>
        <section className={styles.right} aria-label={t.preview}>
          <Preview draft={draft} identity={identity} />
        </section>
      </div>
    </>
  );
}

function HeadButton() {
  const t = useMessages(editorMessages);
  const editor = useEditor();
  const isOpen = useEditing((state) => state.open === null);
  return (
    <button className={styles.head} type="button" aria-pressed={isOpen} onClick={() => editor.open(null)}>
      {t.aboutProcedure}
    </button>
  );
}

function Panel() {
  const step = useOpenStep();
  return step === undefined ? <HeadPanel /> : <StepPanel key={step.id} step={step} />;
}
