import { FieldEntry } from './field-entry.tsx';

export const dynamic = 'force-static';

/** The field: one static page for every address below `/app`. */
export default function FieldShell() {
  return <FieldEntry />;
}
