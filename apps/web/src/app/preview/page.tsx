import { PreviewEntry } from './preview-entry.tsx';

export const dynamic = 'force-static';

/** Every primitive of the design system in every state, for those who draw screens. */
export default function Preview() {
  return <PreviewEntry />;
}
