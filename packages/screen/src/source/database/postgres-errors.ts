import type pg from 'pg';
import { ScreenError } from '../../errors.ts';

/** The server cannot be reached, or does not let the user in. */
export function unreachable(client: pg.Client, error: unknown): ScreenError {
  const server = shownServer(client);
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

function shownServer(client: pg.Client): string {
  return `${client.host}:${client.port}/${client.database ?? ''}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = error.message === '' ? code : error.message;
  return (message.split('\n\n')[0] ?? '').replace(/\s+/g, ' ').replace(/\.$/, '');
}
