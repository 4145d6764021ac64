'use client';

import { Button, Cluster, Facts, Notice, Stack, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { common } from '../../../platform/messages/common.ts';
import { defineMessages, useMessages } from '../../../platform/messages.ts';
import type { RpcError } from '../../../platform/rpc.ts';
import { numberIn, textIn } from './refusal.ts';

const changedMessages = defineMessages({
  fr: {
    title: (who: string, when: string) => `${who} a modifié cette fiche ${when}`,
    somebody: 'Quelqu’un',
    meanwhile: 'pendant votre saisie',
    text: 'Rien n’est encore enregistré de votre côté. Voici ce qui diffère :',
    same: 'Votre saisie dit la même chose partout.',
    yours: 'Vous',
    stored: 'Enregistré',
    nothing: 'rien',
    keep: 'Garder ma saisie',
    take: 'Prendre ce qui est enregistré',
  },
  en: {
    title: (who, when) => `${who} changed this record ${when}`,
    somebody: 'Somebody',
    meanwhile: 'while you were typing',
    text: 'Nothing of yours is saved yet. This is what differs:',
    same: 'What you typed says the same throughout.',
    yours: 'You',
    stored: 'Stored',
    nothing: 'nothing',
    keep: 'Keep what I typed',
    take: 'Take what is stored',
  },
});

export interface Difference {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ChangedProps {
  readonly refused: RpcError;
  readonly differences: readonly Difference[];
  readonly timeZone?: string | undefined;
  onKeep(): void;
  onTake(): void;
}

/** Somebody else saved first: both are shown, field by field, and a person decides. */
export function Changed({ refused, differences, timeZone, onKeep, onTake }: ChangedProps) {
  const t = useMessages(changedMessages);
  const { said } = useMessages(common);
  const format = useFormat();
  const at = numberIn(refused, 'at');
  return (
    <Notice
      tone="watch"
      title={t.title(textIn(refused, 'by') ?? t.somebody, at === null ? t.meanwhile : format.moment(at, timeZone))}
      isLive
      action={
        <Cluster gap={3}>
          <Button kind="action" onClick={onKeep}>
            {t.keep}
          </Button>
          <Button kind="quiet" onClick={onTake}>
            {t.take}
          </Button>
        </Cluster>
      }
    >
      <Stack gap={3}>
        <Text>{differences.length === 0 ? t.same : t.text}</Text>
        <Facts
          items={differences.map(({ label, mine, theirs }) => ({
            label,
            value: (
              <>
                {said(t.yours, mine || t.nothing)}
                <br />
                {said(t.stored, theirs || t.nothing)}
              </>
            ),
          }))}
        />
      </Stack>
    </Notice>
  );
}

/** Where two records say different things, in the words of the form. */
export function differencesBetween(
  mine: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  labelOf: (name: string) => string,
): readonly Difference[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return names.flatMap((name) => {
    const [here, there] = [(mine[name] ?? '').trim(), (theirs[name] ?? '').trim()];
    return here === there ? [] : [{ label: labelOf(name), mine: here, theirs: there }];
  });
}
