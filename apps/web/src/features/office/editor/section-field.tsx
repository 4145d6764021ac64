'use client';

import { sectionsOf } from '@heliograph/domain';
import type { ExtraValue } from '@heliograph/domain/procedure/draft';
import { Button, Cluster, Stack } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { useStepTitle } from '../../procedure/fields/step-words.ts';
import { useEditing, useEditor } from './editor-context.tsx';
import { chosenIn, draftIn, newStepId } from './editor-store.ts';
import { editorMessages } from './messages.ts';

/** The heading a step stands under; a new one takes every marked step. */
export function SectionField({ chosen }: { chosen: ExtraValue }) {
  const t = useMessages(editorMessages);
  const titleOf = useStepTitle();
  const editor = useEditor();
  const extra = useEditing((state) => draftIn(state).extra);
  const sections = sectionsOf({ extra });
  const section = sections.find(({ id }) => id === chosen) ?? null;
  const put = (id: string | undefined) =>
    editor.act({
      act: 'section',
      ids: chosenIn(editor.state.get()).map((one) => one.id),
      section: sections.find((one) => one.id === id) ?? null,
    });
  const begin = () =>
    editor.act({
      act: 'section',
      ids: chosenIn(editor.state.get()).map((one) => one.id),
      section: { id: newStepId(), title: { fr: t.newSectionFr, en: t.newSectionEn } },
    });
  return (
    <Stack gap={3}>
      <PickField
        id={placeId('extra', 'section')}
        label={t.section}
        none={t.noSection}
        value={section?.id}
        options={sections.map((one) => ({ value: one.id, label: titleOf(one) }))}
        onChange={put}
      />
      {section !== null && (
        <BothField
          id={placeId(
            'extra',
            'sections',
            sections.findIndex(({ id }) => id === section.id),
            'title',
          )}
          label={t.sectionTitle}
          value={section.title}
          onChange={(title) => title && editor.act({ act: 'rename-section', id: section.id, title })}
        />
      )}
      <Cluster>
        <Button kind="quiet" icon="plus" onClick={begin}>
          {t.newSection}
        </Button>
      </Cluster>
    </Stack>
  );
}
