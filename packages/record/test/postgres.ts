import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import pg from 'pg';
import { onTestFinished } from 'vitest';

/** The server for tests; empty where there is none. */
export const SERVER = process.env.PROVISO_TEST_POSTGRES_URL ?? '';

/** Whether tests have to run on a server, so that none is skipped in silence: in the gate. */
export const SERVER_IS_DUE = process.env.CI === 'true';

let schemas = 0;

/** The address of a new schema of the server, which is dropped when the test has finished. */
export async function freshDatabase(): Promise<string> {
  const schema = `proviso_record_${process.pid}_${++schemas}`;
  await onServer(`CREATE SCHEMA ${schema}`);
  onTestFinished(async () => {
    await onServer(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  });
  return inSchema(SERVER, schema);
}

/** The address with what a schema is chosen by, and another port and user if wanted. */
export function inSchema(address: string, schema: string): string {
  const url = new URL(address);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return url.href;
}

/** Runs one statement where an address leads. */
export async function at(address: string, statement: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await client.query(statement, values);
  } finally {
    await client.end();
  }
}

/** Runs one statement on the server. */
export function onServer(statement: string): Promise<pg.QueryResult> {
  return at(SERVER, statement);
}

/** What stands between a program and the server, and can break off. */
export interface Line {
  /** The address of the server by way of it. */
  readonly address: string;
  /** Breaks off all connections and takes no more. */
  cut(): Promise<void>;
  /** Takes connections again. */
  mend(): Promise<void>;
  /** From now on nothing that the server says arrives, and no connection breaks off. */
  hush(): void;
  /** From now on nothing that the server says arrives; once it has said something after `text` was sent, all breaks off. */
  cutAfter(text: string): Promise<void>;
}

/** A line to the server; ends when the test has finished. */
export async function lineTo(address: string): Promise<Line> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  let mute: { readonly text: string; seen: boolean; readonly done: () => void } | undefined;
  let server: Server | undefined;
  let port = 0;

  const carry = (near: Socket) => {
    const far = dial({ port: Number(target.port || 5432), host: target.hostname, allowHalfOpen: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    near.on('data', (bytes) => {
      if (mute !== undefined && bytes.includes(mute.text)) mute.seen = true;
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (mute?.seen === true) mute.done();
      else near.write(bytes);
    });
    near.on('end', () => far.end()).on('close', () => far.end());
    far.on('end', () => {
      if (mute?.seen !== true) near.end();
    });
  };
  const mend = async () => {
    mute = undefined;
    const listening = createServer({ allowHalfOpen: true }, carry);
    await new Promise<void>((done) => listening.listen(port, '127.0.0.1', done));
    const bound = listening.address();
    if (typeof bound === 'object' && bound !== null) ({ port } = bound);
    server = listening;
  };
  const cut = async () => {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    if (closing !== undefined) await new Promise((done) => closing.close(done));
  };
  await mend();
  onTestFinished(cut);
  const url = new URL(address);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    address: url.href,
    cut,
    mend,
    hush: () => {
      mute = { text: '', seen: true, done: () => {} };
    },
    cutAfter: (text) =>
      new Promise((done) => {
        mute = {
          text,
          seen: false,
          done: () => {
            void cut().then(done);
          },
        };
      }),
  };
}

/** Tries until it is so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await isSo()); ) {
    if (Date.now() > end) throw new Error('it did not come about within 30 s');
    await new Promise((next) => setTimeout(next, 20));
  }
}
