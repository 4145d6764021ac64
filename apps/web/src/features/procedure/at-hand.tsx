'use client';

import { filesOf, isKnownStep, type ProcedureContent, type ProcedureHash, utf8Length } from '@heliograph/domain';
import { Button, Stack, StateMark, Text } from '@heliograph/ui';
import { useMemo } from 'react';
import { arrivedAt } from '../../platform/arrivals.ts';
import { keepAtHand, useFavourites } from '../../platform/favourites.ts';
import { useField } from '../../platform/field-context.tsx';
import { attachmentPath } from '../../platform/file-paths.ts';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useReadable } from '../../platform/readable.ts';
import { procedureMessages } from './messages.ts';

/** Kept at hand or not, since when it is on this phone, how large it is, and whether its pictures and documents are here too. */
export function AtHand({ hash, content }: { hash: ProcedureHash; content: ProcedureContent }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  const { identity, keptFiles } = useField();
  const isKept = useFavourites(identity.user.id).includes(content.slug);
  const sizes = useReadable(keptFiles)?.sizes;
  const paths = useMemo(() => filesOf({ ...content, steps: content.steps.filter(isKnownStep) }).map((file) => attachmentPath(file.hash)), [content]);
  const text = useMemo(() => utf8Length(JSON.stringify(content)), [content]);
  const here = paths.filter((path) => sizes?.has(path));
  const since = useMemo(() => arrivedAt(hash), [hash]);
  const size = format.bytes(here.reduce((sum, path) => sum + (sizes?.get(path) ?? 0), text));
  return (
    <Stack gap={2}>
      <Button icon={isKept ? 'check' : 'flag'} isWide aria-pressed={isKept} onClick={() => keepAtHand(identity.user.id, content.slug, !isKept)}>
        {isKept ? t.atHand : t.keepAtHand}
      </Button>
      <Text kind="small" isSoft>
        {since === null ? t.onPhone(size) : t.onPhoneSince(format.day(since), size)}
      </Text>
      {paths.length > 0 && (
        <StateMark
          size="small"
          mark={here.length === paths.length ? 'here' : isKept ? 'doing' : 'none'}
          label={
            here.length === paths.length
              ? t.filesHere(paths.length)
              : isKept
                ? t.filesComing(here.length, paths.length)
                : t.filesOnDemand(paths.length)
          }
        />
      )}
    </Stack>
  );
}
