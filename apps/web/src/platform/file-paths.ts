/** Where the server hands out what goes with procedures and tips; on the phone it is kept under the same name. */
export const attachmentPath = (hash: string): string => `/api/attachments/${hash}`;

/** Where the server hands out a photo by its hash: the picture to look at, a small one for lists, or the bytes as they were taken. */
export const photoPath = (sha: string, file: 'picture' | 'thumbnail' | 'evidence' = 'picture'): string =>
  `/api/photos/${sha}${file === 'picture' ? '' : `?as=${file}`}`;
