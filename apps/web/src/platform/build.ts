/** Which build this is: a version and a hash of its sources, written in by the bundler. */
export const BUILD: string = process.env['NEXT_PUBLIC_BUILD'] ?? 'dev';

/** False while the pages are built as they are asked for (`npm run dev`): there is no service worker then. */
export const IS_BUILT: boolean = process.env.NODE_ENV === 'production';
