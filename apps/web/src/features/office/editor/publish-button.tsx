'use client';

import { Button } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { navigate } from '../../../platform/router.ts';
import type { Autosave } from './autosave.ts';
import { editorMessages } from './messages.ts';

/** Leaves for the procedure's page, where a version is published; first everything typed is on the server. */
export function PublishButton({ code, autosave }: { code: string; autosave: Autosave }) {
  const t = useMessages(editorMessages);
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const isSaved = await autosave.flush();
    setBusy(false);
    if (isSaved) navigate(`/office/procedures/${encodeURIComponent(code)}`);
  };
  return (
    <Button kind="primary" icon="check" isBusy={isBusy} onClick={() => void leave()}>
      {t.toPublish}
    </Button>
  );
}
