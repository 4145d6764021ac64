'use client';

import { type LeftWork, putLeftWorkAway } from '@heliograph/offline';
import { Button, Notice } from '@heliograph/ui';
import { useField } from '../../platform/field-context.tsx';
import { useMessages } from '../../platform/messages.ts';
import { newsMessages } from './news-messages.ts';
import type { Naming } from './use-naming.ts';

/** Work that the office gave to others: what happened, and that nothing recorded is lost. */
export function LeftNotice({ work, naming }: { work: LeftWork; naming: Naming }) {
  const t = useMessages(newsMessages);
  const { view } = useField();
  const action = work.isHere ? (
    <Button kind="quiet" href={`/app/executions/${work.x}/read`}>
      {t.look}
    </Button>
  ) : (
    <Button kind="quiet" onClick={() => void putLeftWorkAway(view.cache, work.x)}>
      {t.understood}
    </Button>
  );
  return (
    <Notice title={[naming.title(work), naming.where(work)].join(' · ')} action={action}>
      {t.left} {work.start !== null && (work.isHere ? t.leftSending : t.withdrawnKept)}
    </Notice>
  );
}
