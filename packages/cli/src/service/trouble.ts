import type { Advice, Language } from '@proviso/model';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { serviceMessagesIn } from '../messages/service.ts';

const MISUSE: ReadonlySet<string> = new Set(['not_loopback', 'database_address']);

/** What keeps the service from starting, or a record from being read, as a failure; other errors as they are. */
export function asFailure(error: unknown, context: Context): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('hint' in error)) return error;
  if (error.name !== 'ServiceError' && error.name !== 'RecordError') return error;
  const code = String(error.code);
  const hint = String(error.hint);
  const detail = 'detail' in error && Array.isArray(error.detail) ? error.detail : [];
  const trouble = serviceMessagesIn(context.language).trouble({
    code,
    message: error.message,
    hint,
    zh: chineseOf(error),
  });
  return new Failure(code, trouble, {
    where: 'field' in error && error.field !== '' ? String(error.field) : undefined,
    exit: MISUSE.has(code) ? EXIT.misuse : EXIT.bad,
    detail: detail.map((line: unknown) => `  ${lineIn(line, context.language)}`),
  });
}

function chineseOf(error: Error): Advice | undefined {
  const zh: unknown = 'zh' in error ? error.zh : undefined;
  if (typeof zh !== 'object' || zh === null || !('message' in zh) || !('hint' in zh)) return undefined;
  return { message: String(zh.message), hint: String(zh.hint) };
}

/** A line that stands in each language, or in none in particular. */
function lineIn(line: unknown, language: Language): string {
  return typeof line === 'object' && line !== null ? String(Reflect.get(line, language)) : String(line);
}
