import type { Socket } from 'node:net';
import type { Language } from '@proviso/model';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { tooSlow } from './arrival.ts';
import { languageOf } from './language.ts';
import { PROBLEM_TYPE, Problem, problemDetails, problemOf } from './problem.ts';

/** Puts whatever went wrong into problem details. Faults of ours are logged; nothing inside is told to the outside. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem =
    encodingProblem(error, request) ?? problemOf(error) ?? frameworkProblem(error) ?? internal(error, request);
  for (const [name, value] of Object.entries(problem.extras.headers ?? {})) reply.header(name, value);
  const details = problemDetails(problem, askedLanguage(request), { path: pathOf(request.url), requestId: request.id });
  reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(details));
}

/** What stands at no address. */
export function notFound(request: FastifyRequest): Problem {
  return new Problem(404, 'not_found', {
    en: `There is nothing at ${request.method} ${pathOf(request.url)}.`,
    zh: `${request.method} ${pathOf(request.url)} 处没有内容。`,
  });
}

/** The path of an address without its parameters, which may hold what is asked. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

/** Answers what is not HTTP, or came too slowly, where there is no request yet. */
export function sendClientFailure(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const large = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = slow
    ? tooSlow()
    : new Problem(large ? 431 : 400, large ? 'too_large' : 'bad_request', {
        en: 'This is no request.',
        zh: '请求有误。',
      });
  const body = JSON.stringify(problemDetails(problem, 'en', { path: '', requestId: '' }));
  const head = [
    `HTTP/1.1 ${problem.status} ${slow ? 'Request Timeout' : large ? 'Request Header Fields Too Large' : 'Bad Request'}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function askedLanguage({ headers, query, body }: FastifyRequest): Language {
  return languageOf(headers, memberOf(body, 'lang') ?? memberOf(query, 'lang'));
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

/** A body that cannot be read because it is packed. */
function encodingProblem(error: unknown, { headers }: FastifyRequest): Problem | undefined {
  if (!(error instanceof Problem) || error.code !== 'malformed_json') return undefined;
  const encoding = headers['content-encoding'];
  return encoding === undefined || /^identity$/i.test(encoding) ? undefined : unsupportedEncoding();
}

/** The refusal of a body that is packed. */
export function unsupportedEncoding(): Problem {
  return new Problem(
    415,
    'unsupported_encoding',
    { en: 'Bodies with a content encoding are not taken here.', zh: '此处不接受带内容编码的正文。' },
    {
      hint: { en: 'Send it without Content-Encoding.', zh: '请去掉 Content-Encoding，直接发送。' },
      headers: { 'accept-encoding': 'identity' },
    },
  );
}

/** Problems that Fastify finds. */
function frameworkProblem(error: unknown): Problem | undefined {
  if (!isFrameworkError(error)) return undefined;
  const { statusCode = 500 } = error;
  switch (statusCode) {
    case 413:
      return new Problem(413, 'too_large', { en: 'The body is too large.', zh: '请求正文过大。' });
    case 415:
      return new Problem(
        415,
        'unsupported_media_type',
        { en: 'The body is not of a media type that is taken here.', zh: '此处不接受该媒体类型的正文。' },
        { hint: { en: 'Send "Content-Type: application/json".', zh: '请发送 “Content-Type: application/json”。' } },
      );
    default:
      if (statusCode < 400 || statusCode >= 500) return undefined;
      return new Problem(statusCode, 'bad_request', { en: `${error.message}.`, zh: '请求有误。' });
  }
}

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('FST_');
}

function internal(error: unknown, request: FastifyRequest): Problem {
  request.log.error({ requestId: request.id, fault: faultOf(error) }, 'fault');
  return new Problem(500, 'internal', {
    en: 'Proviso failed inside. This is a fault in Proviso, not in your input; nothing was decided.',
    zh: 'Proviso 内部出错。这是 Proviso 的缺陷，与您的输入无关；没有给出任何结论。',
  });
}

/** What of an error goes into the log: where it arose, but not its message, which may quote facts. */
export function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    frames: frames.map((line) => line.trim()),
  };
}
