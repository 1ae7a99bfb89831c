/** One server-sent event. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/** The events of a stream, as they come. `EventSource` cannot send a token, so they are read here. */
export async function* eventsOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ServerEvent> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A carriage return that ends what has come may be half of a line's end.
      const whole = `${text}${value}`;
      const held = whole.endsWith('\r') ? 1 : 0;
      const blocks = whole
        .slice(0, whole.length - held)
        .replaceAll('\r\n', '\n')
        .replaceAll('\r', '\n')
        .split('\n\n');
      text = `${blocks.pop() ?? ''}${held === 1 ? '\r' : ''}`;
      for (const block of blocks) {
        const event = eventIn(block);
        if (event !== undefined) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A block of lines as an event; undefined when it has no data, as a sign of life has none. */
function eventIn(block: string): ServerEvent | undefined {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? undefined : { name, data: data.join('\n') };
}
