import { resolve } from 'node:path';
import { LOOPBACK_NAMES } from './access/guard.ts';
import { readTokenFile } from './access/tokens.ts';
import type { Limits, Times } from './context.ts';
import { ServiceError } from './errors.ts';
import type { Rate } from './http/rate-limit.ts';
import type { LogOptions } from './options.ts';
import { shelfOf } from './rulebooks/shelf.ts';
import { createService } from './service.ts';

/** How to start a service. */
export interface StartOptions {
  /** Folders with `ID/rulebook.md` in them; of two rulebooks with one id the first folder's counts. */
  readonly rulebookFolders: readonly string[];
  /** Where decisions and screenings are kept; made if need be. */
  readonly dataFolder: string;
  /**
   * A PostgreSQL database for the decisions, instead of the data folder: `postgresql://user@host:5432/database`. What is left
   * out, such as the password, comes from the variables and files that PostgreSQL's own programs use.
   */
  readonly database?: string;
  /** 4180 if absent; 0 for any that is free. */
  readonly port?: number;
  /** The address to listen on: `127.0.0.1` if absent. Any that is not of this machine alone needs a file of tokens. */
  readonly host?: string;
  /** A file of tokens: see `readTokenFile`. */
  readonly tokenFile?: string;
  /** Host names that are answered to, beside those of this machine: where a proxy stands in front. */
  readonly hostNames?: readonly string[];
  /** `off`: no limit. If absent: none on this machine alone, else {@link PUBLIC_RATE}. */
  readonly rate?: Rate | 'off';
  readonly limits?: Partial<Limits>;
  readonly times?: Partial<Times>;
  readonly webFolder?: string;
  readonly docsFolder?: string;
  readonly log?: LogOptions;
  /** Whether SIGTERM and SIGINT stop the service; true if absent. */
  readonly signals?: boolean;
  /** How long what is under way may take when the service stops, in milliseconds; 10 s if absent. */
  readonly patience?: number;
}

/** A service that listens. */
export interface StartedService {
  /** `http://127.0.0.1:4180` */
  readonly address: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** The database that has the decisions, without user and password; undefined when the data folder has them. */
  readonly database: string | undefined;
  /** The folder whose earlier decisions are not seen, because a database has them now. */
  readonly unseen: string | undefined;
  /** The ids of the rulebooks that it answers about: those in the folders, and those published into the data folder. */
  readonly rulebooks: readonly string[];
  /** Where a crash had left the log unfinished: the file in which that end is kept. */
  readonly repaired: string | undefined;
  /** Resolves once it has stopped, by `stop` or by a signal. */
  readonly stopped: Promise<void>;
  /** Takes nothing new, finishes what is under way, gives the data folder and the database back. */
  stop(): Promise<void>;
}

/** The limit for a service that others can reach. */
export const PUBLIC_RATE: Rate = { perSecond: 200, burst: 400 };

const PORT = 4180;
const HOST = '127.0.0.1';
const PATIENCE = 10_000;
const IDLE_CHECK = 50;

/**
 * Starts a service.
 * @throws ServiceError when it cannot: errors in a rulebook or the file of tokens, an address that is taken or not allowed.
 * @throws RecordError when the data folder or the database is in use, cannot be used, or is damaged.
 */
export async function startService(options: StartOptions): Promise<StartedService> {
  const { host = HOST, port = PORT, tokenFile, rate } = options;
  const local = isLoopback(host);
  if (!local && tokenFile === undefined) {
    throw new ServiceError(
      'not_loopback',
      {
        en: `${host} can be reached from other machines, and there are no tokens`,
        zh: `其他机器可以访问 ${host}，却没有令牌`,
      },
      { en: 'name a file of tokens, or listen on 127.0.0.1', zh: '请提供令牌文件，或只监听 127.0.0.1' },
    );
  }
  const tokens = tokenFile === undefined ? undefined : readTokenFile(tokenFile);
  const limit = rate === 'off' ? undefined : (rate ?? (local ? undefined : PUBLIC_RATE));
  const hosts = options.hostNames ?? (tokens === undefined ? [] : undefined);
  const dataFolder = resolve(options.dataFolder);
  const service = await createService({
    dataFolder,
    ...(options.database === undefined ? {} : { database: options.database }),
    rulebooks: shelfOf(options.rulebookFolders.map((folder) => resolve(folder))),
    access: {
      ...(tokens === undefined ? {} : { tokens }),
      ...(hosts === undefined ? {} : { hosts: [...LOOPBACK_NAMES, ...hosts] }),
      ...(limit === undefined ? {} : { rate: limit }),
    },
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.times === undefined ? {} : { times: options.times }),
    ...(options.webFolder === undefined ? {} : { webFolder: options.webFolder }),
    ...(options.docsFolder === undefined ? {} : { docsFolder: options.docsFolder }),
    ...(options.log === undefined ? {} : { log: options.log }),
  });
  let address: string;
  try {
    address = await service.app.listen({ host, port });
  } catch (error) {
    await service.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ServiceError(
      'cannot_listen',
      { en: `${host}:${port} cannot be listened on (${code})`, zh: `无法监听 ${host}:${port}（${code}）` },
      code === 'EADDRINUSE'
        ? { en: 'stop what listens there, or name another port', zh: '请停止占用者，或另选端口' }
        : { en: 'name another address', zh: '请另选地址' },
    );
  }
  return running(service, { address, dataFolder, options });
}

function running(
  service: Awaited<ReturnType<typeof createService>>,
  { address, dataFolder, options }: { address: string; dataFolder: string; options: StartOptions },
): StartedService {
  let stopping: Promise<void> | undefined;
  let done = () => {};
  const stopped = new Promise<void>((resolve) => {
    done = resolve;
  });
  const stop = (): Promise<void> => {
    stopping ??= stopService(service, options.patience ?? PATIENCE).finally(() => {
      for (const signal of SIGNALS) process.removeListener(signal, onSignal);
      done();
    });
    return stopping;
  };
  const onSignal = () => {
    void stop();
  };
  if (options.signals !== false) for (const signal of SIGNALS) process.on(signal, onSignal);
  const { log, unseen, shelf } = service;
  const database = options.database === undefined ? undefined : log.place;
  const rulebooks = shelf.all.map(({ id }) => id);
  return { address, dataFolder, database, unseen, rulebooks, repaired: log.torn, stopped, stop };
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

async function stopService({ app, refuse, close }: Awaited<ReturnType<typeof createService>>, patience: number) {
  refuse();
  // Connections that were in use when it stopped to listen are closed as soon as they have their reply.
  const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK);
  const force = setTimeout(() => app.server.closeAllConnections(), patience);
  try {
    await close();
  } finally {
    clearInterval(idle);
    clearTimeout(force);
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
