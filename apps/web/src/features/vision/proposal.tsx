'use client';

import type { AnalysisView, ShownProposal, Suggestion } from '@heliograph/domain/vision';
import { Badge, Button, Disclosure, Facts, List, ListRow, Notice, Section, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useLocalized, useMessages } from '../../platform/messages.ts';
import { typographic } from '../../platform/typography.ts';
import { Reminders } from '../assistant/safety-notices.tsx';
import { DefectList } from './defect-list.tsx';
import { visionMessages } from './messages.ts';

/** Whose word this is, before the word itself. */
export function ProposalLabel() {
  const t = useMessages(visionMessages);
  return (
    <Stack gap={1}>
      <span>
        <Badge tone="signal" icon="eye">
          {t.proposal}
        </Badge>
      </span>
      <Text kind="small" isSoft>
        {t.proposalText}
      </Text>
    </Stack>
  );
}

interface ProposalFactsProps {
  readonly proposal: ShownProposal;
  readonly band: AnalysisView['band'];
  /** A person has said what is there: the model's alarm gives way to their word. */
  readonly isDecided: boolean;
}

/** What it is, in what state, and how sure. */
export function ProposalFacts({ proposal, band, isDecided }: ProposalFactsProps) {
  const t = useMessages(visionMessages);
  return (
    <Stack gap={4}>
      {proposal.condition === 'dangerous' && !isDecided && (
        <Notice
          tone="stop"
          title={t.danger}
          action={
            <Button kind="action" tone="stop" icon="emergency" href="/app/emergency">
              {t.openEmergency}
            </Button>
          }
        >
          {t.dangerText}
        </Notice>
      )}
      <Facts
        items={[
          { label: t.equipment, value: proposal.equipment || t.equipmentUnknown },
          { label: t.condition, value: t[`condition_${proposal.condition}`] },
          ...(band === null ? [] : [{ label: t.band, value: t[`band_${band}`] }]),
        ]}
      />
    </Stack>
  );
}

interface AdviceProps {
  readonly proposal: ShownProposal;
  /** What it was asked in. */
  readonly language: AnalysisView['language'];
}

interface ProposedDefectsProps {
  readonly proposal: ShownProposal;
  /** Then the boxes on the photo are the person's, and these are told without theirs. */
  readonly isDecided: boolean;
  /** Number of the one that is looked at. */
  readonly current: number | null;
  onChoose(number: number): void;
}

/** What the model suspects. It stays to be read beside what a person decided. */
export function ProposedDefects({ proposal: { defects, heldBack }, isDecided, current, onChoose }: ProposedDefectsProps) {
  const t = useMessages(visionMessages);
  const listed = isDecided ? defects.map((defect) => ({ ...defect, box: null })) : defects;
  return (
    <Section title={t.defects}>
      <Stack gap={3}>
        {defects.length + heldBack === 0 && <Text isSoft>{t.noDefects}</Text>}
        {listed.length > 0 && <DefectList label={t.defects} defects={listed} current={current} onChoose={onChoose} />}
        {heldBack > 0 && <Text isSoft>{t.heldBack(heldBack)}</Text>}
      </Stack>
    </Section>
  );
}

/** What the model makes of it and advises, and what must be said beside that whatever it wrote. */
export function Advice({ proposal: { interpretation, recommendedAction, mustSay }, language }: AdviceProps) {
  const t = useMessages(visionMessages);
  // Models write French with ordinary spaces.
  const spaced = (text: string) => <span lang={language}>{language === 'fr' ? typographic(text) : text}</span>;
  return (
    <>
      {interpretation !== '' && (
        <Section title={t.interpretation}>
          <Text>{spaced(interpretation)}</Text>
        </Section>
      )}
      {recommendedAction !== '' && (
        <Section title={t.action}>
          <Text>{spaced(recommendedAction)}</Text>
        </Section>
      )}
      <Reminders mustSay={mustSay} hasAnswer />
    </>
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  /** What pressing one does here. */
  readonly verb: 'start' | 'read';
  /** Where a procedure is begun, or read; null where this device has it not. */
  hrefOf(suggestion: Suggestion): string | null;
}

/** Procedures of one's own library that answer this; none is begun by itself. */
export function Suggestions({ suggestions, verb, hrefOf }: SuggestionsProps) {
  const t = useMessages(visionMessages);
  const say = useLocalized();
  return (
    <Section title={t.suggestions}>
      {suggestions.length === 0 && <Text isSoft>{t.noSuggestion}</Text>}
      <List>
        {suggestions.map((suggestion) => {
          const href = hrefOf(suggestion);
          return (
            <ListRow
              key={suggestion.slug}
              title={say(suggestion.title)}
              // Below the name, not beside it: in large letters there is no room for both.
              detail={[say(suggestion.why), href === null ? t.notHere : t[`suggest_${verb}`]].filter(Boolean).join(' · ')}
              {...(href === null ? {} : { href })}
            />
          );
        })}
      </List>
    </Section>
  );
}

/** Too unsure to be shown: said, and nothing else. */
export function UnsureNotice() {
  const t = useMessages(visionMessages);
  return (
    <Notice tone="watch" title={t.unsure}>
      {t.unsureText}
    </Notice>
  );
}

/** Who answered, how sure, under which threshold: for whoever wants to know. */
export function CallFacts({ analysis: { call, author, askedAt } }: { analysis: AnalysisView }) {
  const t = useMessages(visionMessages);
  const format = useFormat();
  const share = (value: number) => format.number(value, 2);
  return (
    <Disclosure summary={t.call}>
      <Facts
        items={[
          { label: t.by, value: `${author.name} · ${format.moment(askedAt)}` },
          ...(call === null
            ? []
            : [
                { label: t.model, value: call.model },
                { label: t.prompt, value: call.promptVersion },
                ...(call.confidence === null ? [] : [{ label: t.confidence, value: share(call.confidence) }]),
                { label: t.threshold, value: share(call.threshold) },
                ...(call.totalMs === null ? [] : [{ label: t.time, value: t.seconds(format.number(call.totalMs / 1000, 1)) }]),
                { label: t.tokens, value: format.number(call.tokens) },
              ]),
        ]}
      />
    </Disclosure>
  );
}
