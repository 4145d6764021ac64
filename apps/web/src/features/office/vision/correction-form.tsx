'use client';

import { type Severity, severitySchema } from '@heliograph/domain';
import type { ClassChoice } from '@heliograph/domain/vision';
import { Button, Card, Cluster, Section, Segmented, SelectField, Stack, Text, TextField } from '@heliograph/ui';
import { useLocalized, useMessages } from '../../../platform/messages.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { visionMessages } from '../../vision/messages.ts';
import { FIRST_BOX } from './box-moves.ts';
import { changed, type DefectChange, type DefectDraft, withAnother } from './correction.ts';
import { officeVisionMessages } from './messages.ts';

const LONGEST_TEXT = 300;
const SEVERITIES: readonly Severity[] = [1, 2, 3, 4, 5];

interface CorrectionFormProps {
  readonly drafts: readonly DefectDraft[];
  /** Key of the one whose box is on the photo. */
  readonly current: number | null;
  onChange(drafts: readonly DefectDraft[]): void;
  onChoose(key: number): void;
}

/** What is there in a person's word: classes of the closed list, how grave, where, in which words. */
export function CorrectionForm({ drafts, current, onChange, onChoose }: CorrectionFormProps) {
  const t = useMessages(officeVisionMessages);
  const say = useLocalized();
  const { data = [] } = trpc.vision.classes.useQuery();
  const classes = data.toSorted((a, b) => say(a.label).localeCompare(say(b.label)));
  const [first] = classes;
  const add = (choice: ClassChoice) => {
    const next = withAnother(drafts, choice);
    onChange(next);
    onChoose(next.at(-1)?.key ?? 0);
  };
  return (
    <Section title={t.correction} level={3}>
      <Stack gap={4}>
        {drafts.length === 0 && <Text isSoft>{t.noneLeft}</Text>}
        {drafts.map((draft, at) => (
          <DefectFields
            key={draft.key}
            number={at + 1}
            draft={draft}
            classes={classes}
            isCurrent={draft.key === current}
            onChange={(change) => {
              onChange(changed(drafts, draft.key, change));
              // The one that is worked at has its box on the photo.
              onChoose(draft.key);
            }}
            onChoose={() => onChoose(draft.key)}
            onRemove={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
          />
        ))}
        <Button kind="quiet" icon="plus" disabled={first === undefined} onClick={() => first !== undefined && add(first)}>
          {t.add}
        </Button>
      </Stack>
    </Section>
  );
}

interface DefectFieldsProps {
  readonly number: number;
  readonly draft: DefectDraft;
  readonly classes: readonly ClassChoice[];
  readonly isCurrent: boolean;
  onChange(change: DefectChange): void;
  onChoose(): void;
  onRemove(): void;
}

function DefectFields({ number, draft, classes, isCurrent, onChange, onChoose, onRemove }: DefectFieldsProps) {
  const t = useMessages(officeVisionMessages);
  const words = useMessages(visionMessages);
  const say = useLocalized();
  return (
    <Card
      {...(isCurrent ? { tone: 'signal' as const } : {})}
      title={`${number}`}
      aside={
        <Button kind="quiet" icon="trash" onClick={onRemove}>
          {t.remove}
        </Button>
      }
    >
      <Stack gap={4}>
        <SelectField
          label={t.class}
          value={draft.class}
          onChange={(code) => onChange({ class: code })}
          options={optionsWith(classes, draft.class, say)}
        />
        <Segmented
          label={t.severity}
          hint={words[`severity_${draft.severity}`]}
          value={String(draft.severity)}
          onChange={(text) => onChange({ severity: severitySchema.parse(Number(text)) })}
          options={SEVERITIES.map((value) => ({ value: String(value), label: String(value) }))}
        />
        <TextField label={t.text} isMultiline rows={2} maxLength={LONGEST_TEXT} value={draft.text} onChange={(text) => onChange({ text })} />
        <Cluster gap={3}>
          {draft.box === null ? (
            <Button kind="action" icon="scan" onClick={() => onChange({ box: FIRST_BOX })}>
              {t.placeBox}
            </Button>
          ) : (
            <>
              {isCurrent ? (
                <Text kind="small" isSoft>
                  {t.boxHelp}
                </Text>
              ) : (
                <Button kind="action" icon="eye" onClick={onChoose}>
                  {t.showBox}
                </Button>
              )}
              <Button kind="quiet" onClick={() => onChange({ box: null })}>
                {t.removeBox}
              </Button>
            </>
          )}
        </Cluster>
      </Stack>
    </Card>
  );
}

/** The closed list; a class that was proposed stays to be seen while the list is read. */
function optionsWith(classes: readonly ClassChoice[], chosen: string, say: (label: ClassChoice['label']) => string) {
  const options = classes.map(({ code, label }) => ({ value: code, label: say(label) }));
  return options.some(({ value }) => value === chosen) ? options : [{ value: chosen, label: chosen.replaceAll('_', ' ') }, ...options];
}
