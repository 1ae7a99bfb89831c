import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The media type of data. */
export const JSON_TYPE = 'application/json; charset=utf-8';
/** The media type of rulebooks. */
export const MARKDOWN = 'text/markdown';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Bytes that are sent often, compressed once. */
export class Compressible {
  readonly bytes: Buffer;
  readonly #packed = new Map<'br' | 'gzip', Promise<Buffer>>();

  constructor(bytes: string | Buffer) {
    this.bytes = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  }

  /** Sends the bytes, packed if the client takes that. */
  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.header('vary', 'accept-encoding');
    const way = encodingFor(request.headers['accept-encoding']);
    if (way === undefined || this.bytes.length < SMALL) return reply.send(this.bytes);
    const packing = this.#packed.get(way) ?? this.#pack(way);
    this.#packed.set(way, packing);
    return reply.header('content-encoding', way).send(await packing);
  }

  #pack(way: 'br' | 'gzip'): Promise<Buffer> {
    if (way === 'gzip') return zip(this.bytes, { level: 9 });
    return brotli(this.bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: this.bytes.length },
    });
  }
}

const SMALL = 1024;

function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | undefined {
  const taken = (name: string) =>
    typeof accepted === 'string' &&
    accepted.split(',').some((one) => new RegExp(`^\\s*${name}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?$`).test(one));
  return taken('br') ? 'br' : taken('gzip') ? 'gzip' : undefined;
}

/** Whether a client has this version already. */
export function isKnown(request: FastifyRequest, etag: string): boolean {
  const known = request.headers['if-none-match'];
  return known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) === true;
}
