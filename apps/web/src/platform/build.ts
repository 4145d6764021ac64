/** Which build this is: a version and a hash of its sources, written in by the bundler. */
export const BUILD: string = process.env['NEXT_PUBLIC_BUILD'] ?? 'dev';
