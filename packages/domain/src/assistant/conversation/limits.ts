/** A question is a page of text at most, in UTF-16 units; longer ones are refused before anything is sent or charged. */
export const LONGEST_QUESTION = 8000;
export const LONGEST_FOLDER = 60;
export const LONGEST_TITLE = 120;
/** Length of the title that the first question gives. */
export const FIRST_TITLE = 50;
/** What is sent along of an earlier course of questions: so many exchanges, within so many tokens. */
export const HISTORY_EXCHANGES = 10;
export const HISTORY_TOKENS = 6000;
