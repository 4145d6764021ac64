import type { Language } from '../../text.ts';

export interface ExportedAnswer {
  readonly model: string;
  readonly text: string;
  readonly status: string;
  readonly isChosen: boolean;
}
export interface ExportedTurn {
  readonly id: string;
  readonly parent: string | null;
  readonly askedAt: string;
  readonly question: string;
  readonly sources: readonly string[];
  readonly answers: readonly ExportedAnswer[];
}
export interface ExportedConversation {
  readonly title: string;
  readonly folder: string;
  readonly turns: readonly ExportedTurn[];
}

const WORDS = {
  fr: { question: 'Question', sources: 'Sources', chosen: 'retenue', stopped: 'arrêtée', cut: 'interrompue', failed: 'sans réponse' },
  en: { question: 'Question', sources: 'Sources', chosen: 'chosen', stopped: 'stopped', cut: 'cut off', failed: 'no answer' },
} as const;

/** A conversation as a page that reads without this product: every branch, every answer, in the order they were asked. */
export function markdownOf({ title, turns }: ExportedConversation, language: Language): string {
  const words = WORDS[language];
  const parts = turns.flatMap((turn, at) => [
    `## ${words.question} ${at + 1} · ${turn.askedAt}`,
    quoted(inert(turn.question)),
    ...turn.answers.flatMap((answer) => [`### ${answer.model}${remarkOn(answer, words)}`, inert(answer.text)]),
    ...(turn.sources.length === 0 ? [] : [`${words.sources} :\n${turn.sources.map((source, n) => `${n + 1}. ${inert(source)}`).join('\n')}`]),
  ]);
  return `${[`# ${inert(title)}`, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}

/**
 * Whatever shows the file fetches nothing for it: a picture in an answer would tell its owner who reads, and when. Tags and pictures become the text
 * they are made of.
 */
const inert = (text: string): string => text.replaceAll('![', '!\\[').replace(/<(?=[a-z!/?])/gi, '\\<');

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

function remarkOn({ status, isChosen }: ExportedAnswer, words: (typeof WORDS)[Language]): string {
  const remarks = [isChosen ? words.chosen : '', status === 'stopped' || status === 'cut' || status === 'failed' ? words[status] : ''];
  const said = remarks.filter((remark) => remark !== '');
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
