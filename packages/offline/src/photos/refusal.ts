/**
 * Why a picture cannot be taken in; the screen says each in the person's language, with what to do.
 * `unreadable`: the file went away, choose it again (H11). `format`: a picture, but of a kind no phone camera needs to make.
 */
export type PhotoProblem = 'not_an_image' | 'svg' | 'format' | 'too_large' | 'truncated' | 'undecodable' | 'blank' | 'unreadable';

/** Nothing was stored. */
export class PhotoRefusal extends Error {
  override readonly name = 'PhotoRefusal';
  readonly problem: PhotoProblem;
  constructor(problem: PhotoProblem, cause?: unknown) {
    super(`photo: ${problem}`, { cause });
    this.problem = problem;
  }
}
