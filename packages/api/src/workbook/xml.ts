import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.ts';
import { FileRefused } from './refused.ts';

export interface XmlHandler {
  /** Names without their prefix: files differ in those. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked after every piece: nothing more is wanted. */
  isDone?(): boolean;
}

/**
 * Reads XML piece by piece, never as a whole. Entities of its own are not expanded, and a document type is refused: that is how small files
 * become large ones.
 * @throws FileRefused
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw new FileRefused('file_broken');
  });
  parser.on('error', () => {
    throw new FileRefused('file_broken');
  });
  parser.on('opentag', ({ name, attributes }) => handler.open?.(bare(name), attributes as Readonly<Record<string, string>>));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => handler.close?.(bare(name)));
  const decoder = new TextDecoder();
  let silence = 0;
  parser.on('opentagstart', () => {
    silence = 0;
  });
  for await (const piece of pieces) {
    // The parser keeps a text until its end: one without an end would be kept whole.
    silence += piece.byteLength;
    if (silence > LIMITS.smallPart) throw new FileRefused('file_too_large');
    parser.write(decoder.decode(piece, { stream: true }));
    if (handler.isDone?.() === true) return;
  }
  parser.write(decoder.decode()).close();
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
