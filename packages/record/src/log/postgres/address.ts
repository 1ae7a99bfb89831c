import { Socket } from 'node:net';
import pg from 'pg';
import { RecordError } from '../../errors.ts';

/** Where a database is, and how it is connected to. */
export interface Address {
  /** Has the password. */
  readonly config: pg.ClientConfig;
  /** For people: without user, password and parameters. */
  readonly shown: string;
  /** Breaks off whatever is connected to it: a silent server lets no connection end by itself. */
  hangUp(): void;
}

const CONNECT_MILLISECONDS = 5000;
/** After so long a silent server counts as gone. */
const QUERY_MILLISECONDS = 15_000;
const KEEP_ALIVE_MILLISECONDS = 10_000;

/**
 * Reads `postgresql://user:password@host:5432/database`. What it leaves out comes from the usual variables (`PGHOST`,
 * `PGPASSWORD` and so on) and files.
 * @throws RecordError when it is no such address; without a word of what was given, which may hold a password.
 */
export function readAddress(text: string, application: string): Address {
  try {
    if (!/^postgres(?:ql)?:\/\//.test(text)) throw new Error('another protocol');
    const sockets = new Set<Socket>();
    const config: pg.ClientConfig = {
      connectionString: text,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      query_timeout: QUERY_MILLISECONDS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MILLISECONDS,
      application_name: application,
      stream: () => {
        const socket = new Socket();
        sockets.add(socket);
        return socket.on('close', () => sockets.delete(socket));
      },
    };
    const { host, port, database = '' } = new pg.Client(config);
    const shown = host.startsWith('/')
      ? `postgresql:///${database}?host=${host}`
      : `postgresql://${host}:${port}/${database}`;
    sockets.clear();
    return {
      config,
      shown,
      hangUp: () => {
        for (const socket of sockets) socket.destroy();
      },
    };
  } catch {
    const hint = 'write postgresql://user@host:5432/database; a certificate that it names must be there';
    throw new RecordError('database_address', '', 'this is no address of a PostgreSQL database', hint);
  }
}
