import { OfficeEntry } from './office-entry.tsx';

export const dynamic = 'force-static';

/** The office: one static page for every address below `/office`. */
export default function OfficeShell() {
  return <OfficeEntry />;
}
