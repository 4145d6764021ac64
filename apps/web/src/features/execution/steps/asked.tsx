'use client';

import type { Decimal, Question } from '@heliograph/domain';
import { Button, Notice, Stack } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { questionMessages } from './question-messages.ts';

export interface Picking {
  withUnit(value: Decimal): string;
  onPick(value: Decimal): void;
}

/** A reading that is hard to believe: what was probably meant, and the way to stay with it unless it cannot be. */
export function Asked({ question, reading, withUnit, onPick }: Picking & { question: Question; reading: Decimal }) {
  const t = useMessages(questionMessages);
  const title = useQuestion(question, { reading, withUnit });
  const { suggestion } = question;
  return (
    <Notice tone={question.code === 'impossible' ? 'stop' : 'watch'} title={title} isLive>
      <Stack gap={2}>
        {suggestion !== null && (
          <Button kind="action" isWide onClick={() => onPick(suggestion)}>
            {t.use(withUnit(suggestion))}
          </Button>
        )}
        {question.code !== 'impossible' && (
          <Button kind="action" isWide onClick={() => onPick(reading)}>
            {t.keep(withUnit(reading))}
          </Button>
        )}
      </Stack>
    </Notice>
  );
}

function useQuestion({ code, suggestion, rating }: Question, { reading, withUnit }: Pick<Picking, 'withUnit'> & { reading: Decimal }): string {
  const t = useMessages(questionMessages);
  const format = useFormat();
  if (code === 'impossible') return t.impossible;
  if (code === 'slip' && suggestion !== null) return t.slip(withUnit(reading), withUnit(suggestion));
  return rating === undefined ? t.unusual : t.overrated(withUnit(reading), format.reading(rating, 'kVA'));
}
