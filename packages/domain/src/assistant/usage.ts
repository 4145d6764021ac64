/** Tokens of one call. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  /** The provider did not say, as when a stream was cut: counted from the characters. */
  readonly isEstimated: boolean;
}

/** Billionths of the organisation's currency: whole numbers, so that sums are exact. */
export type Nano = number;
export const NANO = 1_000_000_000;

/** Price of a model in billionths a token: 0.15 a million tokens is 150. */
export interface Price {
  readonly input: Nano;
  readonly output: Nano;
}

export const FREE: Price = { input: 0, output: 0 };

export const costOf = (usage: Pick<Usage, 'input' | 'output'>, price: Price): Nano => usage.input * price.input + usage.output * price.output;

/** Characters a token on the safe side for French and English: providers count four in English, three and a half in French. */
const CHARACTERS_A_TOKEN = 3;
/** What a picture costs at most on the providers' own tables for one of 2,048 px. */
export const PICTURE_TOKENS = 1_600;

export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_A_TOKEN);
