import type pg from 'pg';
import { ScreenError } from '../../errors.ts';

/** The server's words for a login that it refuses, by SQLSTATE; and ours. */
const REFUSALS: Readonly<Record<string, { readonly reason: string; readonly what: string; readonly hint: string }>> = {
  '28P01': {
    reason: 'wrong_password',
    what: 'does not let the user in: the password is wrong, or there is no such user',
    hint: 'Check the user and the password in the address, or in PGUSER and PGPASSWORD.',
  },
  no_password: {
    reason: 'no_password',
    what: 'wants a password, and none was given',
    hint: 'Give it in the address, or in PGPASSWORD.',
  },
};

/**
 * The server cannot be reached, or does not let the user in.
 * @param server where it is, without a password
 */
export function unreachable(server: string, error: unknown): ScreenError {
  const refusal = REFUSALS[refusalOf(error)];
  if (refusal !== undefined)
    return new ScreenError('database_unreachable', `The database at ${server} ${refusal.what}.`, {
      where: server,
      hint: refusal.hint,
      values: { server, reason: refusal.reason },
      cause: error,
    });
  const reason = messageOf(error);
  return new ScreenError('database_unreachable', `The database at ${server} cannot be reached: ${reason}.`, {
    where: server,
    hint: 'Check the address, the user and the password, and that the server runs.',
    values: { server, reason },
    cause: error,
  });
}

/** The server went away while rows were fetched. */
export function lost(client: pg.Client, error: unknown): ScreenError {
  const server = shownServer(client);
  const reason = messageOf(error);
  return new ScreenError(
    'database_lost',
    `The connection to the database at ${server} was lost: ${reason}. Nothing was written.`,
    {
      where: server,
      hint: 'Run it again when the server is back.',
      values: { server, reason },
      cause: error,
    },
  );
}

/** The query is wrong, or its rows cannot be read. */
export function databaseQuery(shown: string, error: unknown): ScreenError {
  const message = messageOf(error);
  return new ScreenError('database_query', `${shown} cannot be read: ${message}.`, {
    where: shown,
    hint: 'A query is one SELECT, or the name of a table; a column that cannot be read may be cast to text in it.',
    values: { message },
    cause: error,
  });
}

/** `no_password`, or the server's own code. The client's library stops by itself where a password is wanted and there is none. */
function refusalOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (/client password must be a (?:non-empty )?string/i.test(error.message)) return 'no_password';
  return 'code' in error ? String(error.code) : '';
}

/** Where a client is connected to, without its password. */
export function shownServer(client: pg.Client): string {
  return `${client.host}:${client.port}/${client.database ?? ''}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error.message === '' ? code : error.message;
  return (message.split('\n\n')[0] ?? '').replace(/\s+/g, ' ').replace(/\.$/, '');
}
