import { digestOf } from '@proviso/language';
import { digestOfText } from '@proviso/record';
import { type DecisionStore, openDatabase, verifyDatabase } from '@proviso/record/log';
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, freshDatabase, inSchema, lineTo, onServer, SERVER, until } from './postgres.ts';
import { closing, entry, program } from './store.ts';

const opened = (address: string) => closing(openDatabase(address, { patience: 200 }));
const refusal = async (address: string) => {
  const error: unknown = await openDatabase(address, { patience: 0 }).catch((problem: unknown) => problem);
  return error instanceof Error && 'code' in error && 'hint' in error
    ? { code: error.code, text: `${error.message} ${error.hint}` }
    : error;
};
const isBack = (store: DecisionStore) => until(async () => (await store.trouble()) === undefined);
const request = (key: string) => ({ key: digestOfText(key), body: digestOfText('body') });

describe('an address of a database', () => {
  test('that leads nowhere is told, without the password', async () => {
    const refused = await refusal('postgresql://user:pass-word@127.0.0.1:1/db?application_name=pass-word');
    expect(refused).toMatchObject({ code: 'database_unreachable', text: expect.stringContaining('127.0.0.1:1/db') });
    expect(JSON.stringify(refused)).not.toContain('pass-word');
  });

  test.each([
    'mysql://u:pass-word@host/db',
    'pass-word',
    '',
    'postgresql://u:pass-word@host:99999999/db',
    'postgresql://u:pass-word@host/db?sslrootcert=/not/there/pass-word',
    'postgresql://u:pass-word@[host/db',
  ])('that is none is told, and not quoted: %j', async (address) => {
    const refused = await refusal(address);
    expect(refused).toMatchObject({ code: 'database_address' });
    expect(JSON.stringify(refused)).not.toContain('pass-word');
  });
});

describe.skipIf(SERVER === '')('PostgreSQL (needs a server: PROVISO_TEST_POSTGRES_URL)', () => {
  describe('the tables', () => {
    test('are made at the first start, and found at the next', async () => {
      const address = await freshDatabase();
      await (await opened(address)).close();
      const tables = await at(address, 'SELECT version FROM proviso_store');
      expect(tables.rows).toEqual([{ version: 1 }]);
      expect((await opened(address)).head.entries).toBe(0);
    });

    test('of a later release are refused, and left as they are', async () => {
      const address = await freshDatabase();
      await (await opened(address)).close();
      await at(address, 'UPDATE proviso_store SET version = 2');
      expect(await refusal(address)).toMatchObject({
        code: 'database_newer',
        text: expect.stringContaining('version 2; this one knows 1'),
      });
      await expect(verifyDatabase(address)).rejects.toMatchObject({ code: 'database_newer' });
      expect((await at(address, 'SELECT version FROM proviso_store')).rows).toEqual([{ version: 2 }]);
    });

    test('are made by one of two that start at the same time', async () => {
      const address = await freshDatabase();
      const both = await Promise.allSettled([1, 2].map(() => opened(address)));
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'database_busy' } });
    });

    test('need no right but to read and to add, once they are there', async () => {
      const address = await freshDatabase();
      await (await opened(address)).close();
      const [role, schema] = [`proviso_clerk_${process.pid}`, await schemaOf(address)];
      await onServer(`CREATE ROLE ${role} LOGIN PASSWORD 'clerk'`);
      onTestFinished(async () => {
        await onServer(`DROP OWNED BY ${role}`);
        await onServer(`DROP ROLE ${role}`);
      });
      const url = new URL(address);
      url.username = role;
      url.password = 'clerk';
      expect(await refusal(url.href)).toMatchObject({ code: 'database_unfit' });
      await onServer(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
      await onServer(`GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
      const store = await opened(url.href);
      await store.append(entry('d1'));
      expect(store.head.entries).toBe(1);
      expect(store.place).not.toContain('clerk');
    });

    test('that may not be made, or have no schema, are told so', async () => {
      const role = `proviso_guest_${process.pid}`;
      await onServer(`CREATE ROLE ${role} LOGIN`);
      onTestFinished(async () => {
        await onServer(`DROP OWNED BY ${role}`);
        await onServer(`DROP ROLE ${role}`);
      });
      const url = new URL(await freshDatabase());
      await onServer(`GRANT USAGE ON SCHEMA ${await schemaOf(url.href)} TO ${role}`);
      url.username = role;
      expect(await refusal(url.href)).toMatchObject({
        code: 'database_unfit',
        text: expect.stringContaining('permission denied'),
      });
      expect(await refusal(inSchema(SERVER, 'proviso_not_there'))).toMatchObject({
        code: 'database_unfit',
        text: expect.stringContaining('no schema'),
      });
    });
  });

  test('what is acknowledged is durable, whatever the server, the database or the user would have', async () => {
    const address = new URL(await freshDatabase());
    const options = address.searchParams.get('options') ?? '';
    const lax = '-c synchronous_commit=off -c statement_timeout=5000 -c default_transaction_read_only=on';
    address.searchParams.set('options', `${options} ${lax}`);
    await makeWitness(address.href);
    const store = await opened(address.href);
    await store.append(entry('d1'));
    expect((await at(address.href, 'SELECT setting, most FROM seen')).rows).toEqual([{ setting: 'on', most: '0' }]);
  });

  describe('a change to the tables shows', () => {
    const changed = async (...statements: readonly string[]) => {
      const address = await freshDatabase();
      const store = await opened(address);
      for (const number of [1, 2, 3]) await store.append(entry(`d${number}`));
      await store.close();
      for (const statement of statements) await at(address, statement);
      const report = await verifyDatabase(address, { digestOfTexts: digestOf });
      return { address, report, problems: report.problems.map(({ place }) => place) };
    };

    test.each([
      ['a word of an entry', `UPDATE proviso_decisions SET entry = replace(entry, '"60"', '"40"') WHERE sequence = 2`],
      ['who asked', `UPDATE proviso_decisions SET made_by = 'another' WHERE sequence = 2`],
      ['an id', `UPDATE proviso_decisions SET id = 'd9' WHERE sequence = 2`],
      ['a request', `UPDATE proviso_decisions SET request = 'sha256:0' WHERE sequence = 2`],
      ['a digest', `UPDATE proviso_decisions SET digest = 'sha256:0' WHERE sequence = 2`],
    ])('%s', async (_, statement) => {
      const { address, problems } = await changed(statement);
      expect(problems).toEqual(['decision 2']);
      expect(await refusal(address)).toMatchObject({ code: 'log_damaged' });
    });

    test('an entry left out, or two in the other order', async () => {
      const { address, problems } = await changed('DELETE FROM proviso_decisions WHERE sequence = 2');
      expect(problems).toEqual(['decision 3']);
      expect(await refusal(address)).toMatchObject({ code: 'log_damaged' });
      const swapped = await changed(
        'UPDATE proviso_decisions SET sequence = 9 WHERE sequence = 1',
        'UPDATE proviso_decisions SET sequence = 1 WHERE sequence = 2',
        'UPDATE proviso_decisions SET sequence = 2 WHERE sequence = 9',
      );
      expect(swapped.problems).toEqual(['decision 1']);
    });

    test('the texts of a rulebook', async () => {
      const { problems } = await changed(
        `UPDATE proviso_rulebooks SET documents = replace(documents, 'fireworks', 'firewurks')`,
      );
      expect(problems).toEqual([`rulebook ${program.digest}`]);
      const broken = await changed(`UPDATE proviso_rulebooks SET documents = 'nothing'`);
      expect(broken.problems).toEqual([`rulebook ${program.digest}`]);
    });

    test('of the end beside a head that was noted', async () => {
      const { report, problems } = await changed('DELETE FROM proviso_decisions WHERE sequence = 3');
      expect(problems).toEqual([]);
      expect(report.entries).toBe(2);
    });
  });

  test('a check reads while a service writes, and is refused where there is nothing', async () => {
    const address = await freshDatabase();
    await expect(verifyDatabase(address)).rejects.toMatchObject({ code: 'database_unfit' });
    const store = await opened(address);
    await Promise.all(Array.from({ length: 20 }, (_, number) => store.append(entry(`d${number}`))));
    expect(await verifyDatabase(address)).toMatchObject({ entries: 20, head: store.head.digest, problems: [] });
  });

  describe('when the connection is lost', () => {
    test('nothing is acknowledged until it is back, and then all goes on', async () => {
      const line = await lineTo(await freshDatabase());
      const told: (string | undefined)[] = [];
      const store = await closing(
        openDatabase(line.address, { patience: 200, onChange: (trouble) => told.push(trouble?.code) }),
      );
      await store.append(entry('d1'));
      await line.cut();
      await expect(store.append(entry('d2'))).rejects.toMatchObject({ code: 'log_failed' });
      await expect(store.read('d1')).rejects.toMatchObject({ code: 'database_unreachable' });
      await expect(store.latest({ limit: 1 })).rejects.toMatchObject({ code: 'database_unreachable' });
      expect(await store.trouble()).toMatchObject({ code: 'database_unreachable' });
      await line.mend();
      await isBack(store);
      expect((await store.append(entry('d3'))).entry.sequence).toBe(2);
      expect((await store.read('d1'))?.entry.sequence).toBe(1);
      expect(told).toEqual(['database_unreachable', undefined]);
      expect(await store.verify()).toMatchObject({ entries: 2, problems: [] });
    });

    test('in the moment of a commit, the same request again gives what was kept', async () => {
      const line = await lineTo(await freshDatabase());
      const store = await opened(line.address);
      await store.append(entry('d1'));
      const broken = line.cutAfter('INSERT INTO proviso_decisions');
      await expect(store.append(entry('d2', 'x', request('key')))).rejects.toMatchObject({ code: 'log_failed' });
      await broken;
      await line.mend();
      await isBack(store);
      const again = await store.append(entry('d3', 'x', request('key')));
      expect(again.entry).toMatchObject({ sequence: 2, record: { id: 'd2' } });
      expect(await store.read('d3')).toBeUndefined();
      expect(await store.verify()).toMatchObject({ entries: 2, problems: [] });
    });

    test('without a word, it counts as lost after a time', async () => {
      const line = await lineTo(await freshDatabase());
      const store = await opened(`${line.address}&query_timeout=300`);
      await store.append(entry('d1'));
      line.hush();
      await expect(store.append(entry('d2', 'x', request('key')))).rejects.toMatchObject({ code: 'log_failed' });
      expect(await store.trouble()).toMatchObject({ code: 'database_unreachable' });
      await line.cut();
      await line.mend();
      await isBack(store);
      expect((await store.append(entry('d3', 'x', request('key')))).entry.record.id).toBe('d3');
      expect(await store.verify()).toMatchObject({ entries: 2, problems: [] });
    });

    test('without a word, a store that is closed does not wait for it', async () => {
      const line = await lineTo(await freshDatabase());
      const store = await opened(`${line.address}&query_timeout=300`);
      await Promise.all([store.append(entry('d1')), store.read('d1')]);
      line.hush();
      await expect(store.append(entry('d2'))).rejects.toMatchObject({ code: 'log_failed' });
      await expect(store.read('d1')).rejects.toMatchObject({ code: 'database_unreachable' });
      const start = performance.now();
      await store.close();
      expect(performance.now() - start, 'milliseconds').toBeLessThan(15_000);
    });

    test('or the server refuses what is written, that is told, and all goes on with the next', async () => {
      const address = await freshDatabase();
      const store = await opened(address);
      await store.append(entry('d1'));
      await at(address, "ALTER TABLE proviso_decisions ADD CHECK (id <> 'd2')");
      const both = await Promise.allSettled(['d2', 'd3'].map((id) => store.append(entry(id))));
      expect(both).toMatchObject([{ reason: { code: 'log_failed' } }, { reason: { code: 'log_failed' } }]);
      await isBack(store);
      expect((await store.append(entry('d4'))).entry.sequence).toBe(2);
      expect(await store.verify()).toMatchObject({ entries: 2, problems: [] });
    });

    test('sessions that the server ends are replaced, whatever is under way', async () => {
      const address = await freshDatabase();
      const store = await opened(address);
      const kept: string[] = [];
      let refused = 0;
      const ending = endSessions(4);
      for (let number = 0; kept.length < 40 || (await isPending(ending)); number++) {
        const ids = [0, 1, 2].map((part) => `d${number}-${part}`);
        const done = await Promise.allSettled(ids.map((id) => store.append(entry(id))));
        for (const [index, { status }] of done.entries()) {
          if (status === 'fulfilled') kept.push(ids[index] ?? '');
          else refused++;
        }
        if (done.some(({ status }) => status === 'rejected')) await isBack(store);
      }
      expect(await ending).toBeGreaterThan(0);
      await isBack(store);
      const found = await Promise.all(kept.map((id) => store.read(id)));
      expect(found.filter((written) => written === undefined)).toEqual([]);
      const { entries, problems } = await store.verify();
      expect(problems).toEqual([]);
      expect(entries).toBeGreaterThanOrEqual(kept.length);
      expect(entries).toBeLessThanOrEqual(kept.length + refused);
    });

    test('another process may take over; then this one waits, and goes on behind what that one wrote', async () => {
      const address = await freshDatabase();
      const line = await lineTo(address);
      const store = await opened(line.address);
      await store.append(entry('d1'));
      await line.cut();
      await until(async () => (await store.trouble()) !== undefined);
      const other = await opened(address);
      await other.append(entry('d2'));
      await line.mend();
      await until(async () => (await store.trouble())?.code === 'database_busy');
      await expect(store.append(entry('lost'))).rejects.toMatchObject({ code: 'log_failed' });
      await other.close();
      await isBack(store);
      expect((await store.append(entry('d3'))).entry.sequence).toBe(3);
      expect(await store.verify()).toMatchObject({ entries: 3, problems: [] });
    });

    test('a server that comes back without what was acknowledged is not written to', async () => {
      const address = await freshDatabase();
      const line = await lineTo(address);
      const store = await opened(line.address);
      for (const id of ['d1', 'd2']) await store.append(entry(id));
      await line.cut();
      await at(address, 'DELETE FROM proviso_decisions WHERE sequence = 2');
      await line.mend();
      await until(async () => (await store.trouble())?.code === 'log_damaged');
      await expect(store.append(entry('d3'))).rejects.toMatchObject({ code: 'log_damaged' });
      expect((await at(address, 'SELECT id FROM proviso_decisions')).rows).toEqual([{ id: 'd1' }]);
    });

    test('a store that is closed meanwhile ends at once', async () => {
      const line = await lineTo(await freshDatabase());
      const store = await opened(line.address);
      await line.cut();
      await until(async () => (await store.trouble()) !== undefined);
      await store.close();
      await expect(store.append(entry('late'))).rejects.toMatchObject({ code: 'log_failed' });
    });
  });

  async function schemaOf(address: string): Promise<string> {
    return String((await at(address, 'SELECT current_schema() AS name')).rows[0]?.name);
  }

  /** Makes the tables with a witness that notes the settings under which a decision is written. */
  async function makeWitness(address: string): Promise<void> {
    await (await opened(address)).close();
    const plain = new URL(address);
    plain.searchParams.set('options', `-c search_path=${await schemaOf(address)}`);
    await at(plain.href, 'CREATE TABLE seen (setting text, most text)');
    await at(
      plain.href,
      `CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit'), current_setting('statement_timeout')); RETURN NEW; END $$`,
    );
    await at(plain.href, 'CREATE TRIGGER note AFTER INSERT ON proviso_decisions FOR EACH ROW EXECUTE FUNCTION note()');
  }

  /** Ends the sessions of this process's stores so many times; how many were ended. */
  async function endSessions(times: number): Promise<number> {
    let ended = 0;
    for (let time = 0; time < times; time++) {
      await new Promise((next) => setTimeout(next, 150));
      const { rowCount } = await onServer(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'proviso, process ${process.pid} %'`,
      );
      ended += rowCount ?? 0;
    }
    return ended;
  }

  async function isPending(promise: Promise<unknown>): Promise<boolean> {
    const pending = Symbol('pending');
    return (await Promise.race([promise, Promise.resolve(pending)])) === pending;
  }
});
