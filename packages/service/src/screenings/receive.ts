import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { tooSlow } from '../http/arrival.ts';
import { Problem } from '../http/problem.ts';

/** Bytes that are gathered before they are written. So much memory may each file take that is coming in. */
const BLOCK = 64 * 1024;
/** How long the rest of a body that was refused is read, so that its sender gets to read the reply. */
const LINGER_MILLISECONDS = 30_000;

/** How a file is taken in. */
export interface Taking {
  /** Bytes at most. */
  readonly most: number;
  /** Milliseconds at most until the next bytes come. */
  readonly idle: number;
}

/**
 * Writes a body into a new file as it comes, and returns how many bytes it had once they outlast a loss of power.
 * @throws Problem when it is too large, stops coming, or is cut off; what was written stays.
 */
export async function receive(body: Readable, path: string, { most, idle }: Taking): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    let gathered: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunksOf(body, idle)) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(most);
      gathered.push(chunk);
      size += chunk.length;
      if (size < BLOCK) continue;
      await file.appendFile(Buffer.concat(gathered));
      gathered = [];
      size = 0;
    }
    if (size > 0) await file.appendFile(Buffer.concat(gathered));
    await file.datasync();
    return bytes;
  } finally {
    await file.close();
  }
}

/** Reads what is left of a body that nobody wants, but not for long. */
export function drain(body: Readable): void {
  if (body.readableEnded || body.destroyed) return;
  const timer = setTimeout(() => body.destroy(), LINGER_MILLISECONDS).unref();
  body.on('error', () => {});
  body.once('close', () => clearTimeout(timer));
  body.resume();
}

/** A file that is too large. */
export function tooLarge(most: number): Problem {
  const size = `${Math.floor(most / 1024 / 1024)} MiB`;
  return new Problem(413, 'too_large', { en: `At most ${size} are taken.`, zh: `最多接受 ${size}。` });
}

/** What comes, without ending the body when its reader stops. */
async function* chunksOf(body: Readable, idle: number): AsyncGenerator<Buffer> {
  for (;;) {
    const chunk: unknown = body.read();
    if (chunk !== null) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    else if (body.readableEnded) return;
    else await more(body, idle);
  }
}

/** Resolves when there may be more to read, or the end has come. @throws Problem */
function more(body: Readable, idle: number): Promise<void> {
  if (body.destroyed) return Promise.reject(cutOff());
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      clearTimeout(timer);
      body.off('readable', onMore).off('end', onMore).off('error', onLost).off('close', onLost);
      then();
    };
    const onMore = () => settle(resolve);
    const onLost = () => settle(() => (body.readableEnded ? resolve() : reject(cutOff())));
    const timer = setTimeout(() => settle(() => reject(tooSlow())), idle);
    body.on('readable', onMore).on('end', onMore).on('error', onLost).on('close', onLost);
  });
}

function cutOff(): Problem {
  return new Problem(400, 'bad_request', {
    en: 'The body ended before it was whole.',
    zh: '请求正文在完整之前中断。',
  });
}
