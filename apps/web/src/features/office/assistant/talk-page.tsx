'use client';

import { BeginTalk, isBeginning } from '../../assistant/begin-talk.tsx';
import OfficeAssistantPage from './assistant-page.tsx';

/** The same desk with one conversation open. */
export default function OfficeTalkPage({ id }: { id: string }) {
  if (isBeginning(id)) return <BeginTalk home="/office/assistant" />;
  return <OfficeAssistantPage id={id} />;
}
