'use client';

import { Button, Cluster, Code, Section, Text, textSizes } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { prefer, usePreferences } from '../../platform/preferences.ts';
import { settingsMessages } from './messages.ts';

/** One step larger or smaller, seen at once on this very screen and in the sample. */
export function TextSizeChoice() {
  const t = useMessages(settingsMessages);
  const { textSize } = usePreferences();
  const at = textSizes.indexOf(textSize);
  const [smaller, larger] = [textSizes[at - 1], textSizes[at + 1]];
  return (
    <Section title={t.textSize} aside={<output>{t.percent(textSize)}</output>}>
      <Cluster gap={2}>
        <Button icon="dash" disabled={smaller === undefined} onClick={() => smaller !== undefined && prefer({ textSize: smaller })}>
          {t.smaller}
        </Button>
        <Button icon="plus" disabled={larger === undefined} onClick={() => larger !== undefined && prefer({ textSize: larger })}>
          {t.larger}
        </Button>
      </Cluster>
      <Text>{t.sampleText}</Text>
      <Code>{SAMPLE_LABEL}</Code>
    </Section>
  );
}

/** Signs that must not be mistaken for each other on a label. */
const SAMPLE_LABEL = 'PV1-PT02-OND07 · 0O 1lI 8B';
