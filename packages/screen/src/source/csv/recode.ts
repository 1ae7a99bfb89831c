import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { diskFull, isDiskFull } from '../../sink/disk-full.ts';
import { unreadable } from '../files.ts';

/**
 * Copies a file as UTF-8, without a byte order mark. Bytes that are not of the encoding become U+FFFD. Lines that end
 * with CR alone end with LF in the copy when asked for.
 */
export async function recode(from: string, to: string, encoding: string, returnsToNewlines: boolean): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const target = await open(to, 'wx');
  try {
    const put = async (text: string): Promise<void> => {
      if (text !== '') await target.appendFile(returnsToNewlines ? text.replaceAll('\r', '\n') : text);
    };
    for await (const chunk of createReadStream(from, { highWaterMark: 1 << 20 })) {
      if (chunk instanceof Uint8Array) await put(decoder.decode(chunk, { stream: true }));
    }
    await put(decoder.decode());
  } catch (error) {
    throw isDiskFull(error) ? diskFull(`the copy of ${from} in UTF-8`, error) : unreadable(from, error);
  } finally {
    await target.close();
  }
}
