import { RecordError, type RecordErrorCode } from '../../errors.ts';
import type { Address } from './address.ts';

/** The server cannot be reached, does not let the user in, or went away. */
export function unreachable({ shown }: Address, error: unknown): RecordError {
  const hint = 'check the address, the user and the password, and that the server runs';
  const problem = `the database at ${shown} cannot be reached: ${reasonOf(error)}`;
  return new RecordError('database_unreachable', shown, problem, hint);
}

/** The database is there but decisions cannot be kept in it. */
export function unfit({ shown }: Address, reason: string, hint: string): RecordError {
  return new RecordError('database_unfit', shown, `decisions cannot be kept in ${shown}: ${reason}`, hint);
}

/** Decisions were not acknowledged. */
export function notWritten({ shown }: Address, error: unknown): RecordError {
  const hint = 'send them again once the database is back';
  return new RecordError('log_failed', shown, `decisions cannot be written: ${reasonOf(error)}`, hint);
}

/** Errors that no waiting mends. */
const LASTING: ReadonlySet<RecordErrorCode> = new Set([
  'log_damaged',
  'not_a_record',
  'unknown_format',
  'database_newer',
]);

/** Whether trying again later is of no use. */
export function isLasting({ code }: RecordError): boolean {
  return LASTING.has(code);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error.message === '' ? code : error.message;
  return (message.split('\n\n')[0] ?? '').replace(/\s+/g, ' ').replace(/\.$/, '');
}
