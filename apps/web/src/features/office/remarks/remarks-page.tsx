'use client';

import { Button, Cluster, Notice, Stack, Text, Title } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { useTitle } from '../../../platform/title.ts';
import { trpc, useLive } from '../../../platform/trpc.tsx';
import { OfficeFrame } from '../office-frame.tsx';
import { Measure } from '../shared/measure.tsx';
import { Read } from '../shared/page-state.tsx';
import { useCan } from '../shared/use-can.ts';
import { remarksMessages } from './messages.ts';
import { RemarksForm } from './remarks-form.tsx';

/** What the organisation's people put into a remark with one touch. */
export default function RemarksPage() {
  const t = useMessages(remarksMessages);
  const live = useLive();
  const query = trpc.remark.list.useQuery();
  const mayWrite = useCan('tip.approve');
  useTitle(t.title);
  return (
    <OfficeFrame liveness={live}>
      <Measure>
        <Stack gap={5}>
          <Cluster>
            <Button kind="quiet" icon="arrow-left" href="/office/settings">
              {t.back}
            </Button>
          </Cluster>
          <Title>{t.title}</Title>
          <Text>{t.lead}</Text>
          <Read query={query} words={t}>
            {(stored) => (
              <>
                {!mayWrite && <Notice>{t.readOnly}</Notice>}
                <RemarksForm stored={stored} isLocked={!mayWrite} />
              </>
            )}
          </Read>
        </Stack>
      </Measure>
    </OfficeFrame>
  );
}
