'use client';

import OfficeAssistantPage from './assistant-page.tsx';

/** The same desk with one conversation open. */
export default function OfficeTalkPage({ id }: { id: string }) {
  return <OfficeAssistantPage id={id} />;
}
