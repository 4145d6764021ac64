'use client';

import type { Finding } from '@heliograph/domain/procedure/check';
import { Button, Cluster, Stack, StateMark, Text } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { pathTo } from '../../../platform/router.ts';
import { findingWords } from './finding-words.ts';
import { procedureMessages } from './messages.ts';

/** What the check found, each with the way to its place in the editor. */
export function FindingList({ slug, findings }: { slug: string; findings: readonly Finding[] }) {
  const t = useMessages(procedureMessages);
  const words = useMessages(findingWords);
  return (
    <Stack gap={3} as="ul">
      {findings.map(({ code, path, severity, step, found }) => (
        <li key={`${code} ${path.join('.')}`}>
          <Cluster justify="between" gap={3}>
            <StateMark
              mark={severity === 'error' ? 'stop' : 'attention'}
              label={path[0] === 'steps' ? t.stepNumber(Number(path[1]) + 1) : t.whole}
              size="small"
            />
            <Button kind="quiet" href={`${pathTo('/office/procedures/:code/edit', { code: slug })}?step=${step ?? ''}`}>
              {t.open}
            </Button>
          </Cluster>
          <Text>{words[code](found)}</Text>
        </li>
      ))}
    </Stack>
  );
}
