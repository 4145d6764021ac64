'use client';

import type { ProcedureContent } from '@heliograph/domain';
import { Notice, Stack } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { procedureMessages } from './messages.ts';

type Warning = ProcedureContent['safetyWarnings'][number];

const ORDER = ['danger', 'warning', 'notice'] as const satisfies readonly Warning['level'][];
const TONES = { danger: 'stop', warning: 'watch', notice: 'info' } as const;

/** The worst first, whatever the author's order. */
export function SafetyWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useMessages(procedureMessages);
  const language = useLanguage();
  const titles = { danger: t.danger, warning: t.warning, notice: t.notice };
  return (
    <Stack gap={3}>
      {ORDER.flatMap((level) => warnings.filter((warning) => warning.level === level)).map(({ level, text }) => (
        <Notice key={text.fr} tone={TONES[level]} title={titles[level]}>
          {text[language]}
        </Notice>
      ))}
    </Stack>
  );
}
