import type * as z from 'zod/mini';

/** Why a file was not taken: the server was not reached, or it takes no such file, or none so large. */
export type UploadProblem = 'unreached' | 'kind' | 'size';

/** Sends a file as it is. What the door answers, or why it did not take it. */
export async function upload<Answer extends object>(address: string, file: File, schema: z.ZodMiniType<Answer>): Promise<Answer | UploadProblem> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    redirect: 'error',
  }).catch(() => null);
  if (response === null) return 'unreached';
  if (response.status === 413) return 'size';
  const answer = schema.safeParse(await response.json().catch(() => null));
  return answer.success ? answer.data : response.status >= 500 || response.status === 401 ? 'unreached' : 'kind';
}
