import { expect, test } from 'vitest';
import { linesOf } from './import-stream.ts';

const streamOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

test('lines are whole however the stream is cut, even inside a letter', async () => {
  const bytes = new TextEncoder().encode('{"a":"é"}\n{"b":1}\n\n{"c":2}');
  for (let at = 1; at < bytes.length; at += 1) {
    const lines: string[] = [];
    for await (const line of linesOf(streamOf([bytes.slice(0, at), bytes.slice(at)]))) lines.push(line);
    expect(lines).toEqual(['{"a":"é"}', '{"b":1}', '{"c":2}']);
  }
});
