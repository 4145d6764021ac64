/** Where the server hands out what goes with procedures and tips; on the phone it is kept under the same name. */
export const attachmentPath = (hash: string): string => `/api/attachments/${hash}`;
export const tipPhotoPath = (sha: string, isSmall: boolean): string => `/api/photos/${sha}${isSmall ? '?as=thumbnail' : ''}`;
