import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { csvHeader, csvLines } from './csv.mjs';
import { cannotWrite } from './fault.mjs';
import { encodeGb18030 } from './gb18030.mjs';
import { outputFile } from './output-file.mjs';

/** Lines that go to the stream at once. */
const BLOCK = 2048;

/** Writes the book to a stream, and waits whenever the other side is slower. */
async function writeLines({ rows, from, seed, filling, chinese }, stream) {
  const encode = chinese ? encodeGb18030 : (text) => text;
  const lineOf = csvLines({ seed, filling, chinese });
  let block = `${csvHeader(chinese)}\n`;
  for (let i = 0; i < rows; i++) {
    block += `${lineOf(from + i)}\n`;
    if (i % BLOCK < BLOCK - 1) continue;
    if (!stream.write(encode(block))) await once(stream, 'drain');
    block = '';
  }
  await new Promise((resolve, reject) => {
    stream.write(encode(block), (error) => (error ? reject(error) : resolve()));
  });
}

async function writeFile(order) {
  const file = outputFile(order.output);
  const stream = createWriteStream(file.path);
  try {
    const closed = finished(stream);
    await Promise.race([writeLines(order, stream).then(() => stream.end()), closed]);
    await closed;
    file.keep();
  } catch (error) {
    file.drop();
    throw cannotWrite(order.output, error);
  }
}

async function writeStandardOutput(order) {
  try {
    // The error of a write is also an event of the stream.
    process.stdout.on('error', () => {});
    await writeLines(order, process.stdout);
  } catch (error) {
    // Whoever reads may stop when it has enough, as `head` does.
    if (error.code !== 'EPIPE') throw cannotWrite('to standard output', error);
  }
}

/** Writes the book as CSV to a file or, without one, to standard output. */
export async function writeCsv(order) {
  await (order.output === undefined ? writeStandardOutput(order) : writeFile(order));
}
