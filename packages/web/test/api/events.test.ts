import { describe, expect, it } from 'vitest';
import { eventsOf, type ServerEvent } from '../../src/api/events.ts';

const TEXT =
  ': \n\nevent: screening\ndata: {"state":"running"}\n\n: \n\ndata: one\ndata: two\n\nevent: screening\ndata: 完成\n\ndata: cut off';
const EVENTS: readonly ServerEvent[] = [
  { name: 'screening', data: '{"state":"running"}' },
  { name: 'message', data: 'one\ntwo' },
  { name: 'screening', data: '完成' },
];

async function read(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<readonly ServerEvent[]> {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const found: ServerEvent[] = [];
  for await (const event of eventsOf(stream)) found.push(event);
  return found;
}

function piecesOf(text: string, size: number): readonly Uint8Array<ArrayBuffer>[] {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
}

describe('server-sent events', () => {
  it.each([1, 2, 3, 7, 1000])('come whole, however the bytes are cut (%s)', async (size) => {
    expect(await read(piecesOf(TEXT, size))).toEqual(EVENTS);
    expect(await read(piecesOf(TEXT.replaceAll('\n', '\r\n'), size))).toEqual(EVENTS);
    expect(await read(piecesOf(TEXT.replaceAll('\n', '\r'), size))).toEqual(EVENTS);
  });

  it('end the stream when no more are wanted', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: first\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const { data } of eventsOf(stream)) {
      expect(data).toBe('first');
      break;
    }
    expect(cancelled).toBe(true);
  });
});
