import { digestOf } from '@proviso/language';
import { digestOfText, naming } from '@proviso/record';
import { copyDecisions } from '@proviso/record/log';
import { describe, expect, test } from 'vitest';
import { SMALL } from './helpers.ts';
import { SERVER, SERVER_IS_DUE } from './postgres.ts';
import { entry, KINDS, program } from './store.ts';

test('where all tests have to run, there is a server', () => {
  if (SERVER_IS_DUE) expect(SERVER, 'PROVISO_TEST_POSTGRES_URL').not.toBe('');
});

const request = (key: string, body = 'body') => ({ key: digestOfText(key), body: digestOfText(body) });

for (const { name, here, place } of KINDS) {
  describe.skipIf(!here)(`decisions kept in ${name}`, () => {
    test('come back as they were put in, also after a restart', async () => {
      const { open } = await place();
      const first = await open();
      expect(first.head).toEqual({ entries: 0, digest: null });
      for (const number of [1, 2, 3]) await first.append(entry(`d${number}`));
      const { head } = first;
      await first.close();
      const second = await open();
      expect(second.head).toEqual(head);
      expect(head.entries).toBe(3);
      expect((await second.read('d2'))?.entry).toEqual({
        sequence: 2,
        previous: (await second.read('d1'))?.digest,
        by: 'somebody',
        record: naming(entry('d2').record),
      });
      expect((await second.read('d3'))?.digest).toBe(head.digest);
      expect(await second.read('d4')).toBeUndefined();
      expect(await second.documents(program.digest)).toEqual(SMALL);
      expect(await second.documents(digestOfText('another'))).toBeUndefined();
    });

    test('are listed latest first, by page and by who asked', async () => {
      const store = await (await place()).open();
      for (const number of [1, 2, 3, 4, 5]) await store.append(entry(`d${number}`, number % 2 === 0 ? 'even' : 'odd'));
      const ids = async (page: Parameters<typeof store.latest>[0]) =>
        (await store.latest(page)).map((written) => written.entry.record.id);
      expect(await ids({ limit: 2 })).toEqual(['d5', 'd4']);
      expect(await ids({ limit: 9, before: 4 })).toEqual(['d3', 'd2', 'd1']);
      expect(await ids({ limit: 2, by: 'odd' })).toEqual(['d5', 'd3']);
      expect(await ids({ limit: 2, by: 'odd', before: 3 })).toEqual(['d1']);
      expect(await ids({ limit: 9, before: 1 })).toEqual([]);
      expect(await ids({ limit: 9, by: 'nobody' })).toEqual([]);
      expect(await ids({ limit: 9, before: 999_999_999_999_999 })).toHaveLength(5);
    });

    test('that come at the same time are chained in the order in which they came', async () => {
      const store = await (await place()).open();
      const written = await Promise.all(Array.from({ length: 200 }, (_, number) => store.append(entry(`p${number}`))));
      expect(written.map((one) => one.entry.sequence)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      expect(written.slice(1).map((one) => one.entry.previous)).toEqual(
        written.slice(0, -1).map(({ digest }) => digest),
      );
      expect(store.head).toEqual({ entries: 200, digest: written.at(-1)?.digest });
      const report = await store.verify({ digestOfTexts: digestOf });
      expect(report).toEqual({ entries: 200, head: store.head.digest, problems: [], unfinished: 0 });
    });

    test('of one request are one, however often and when it comes', async () => {
      const { open } = await place();
      const first = await open();
      await first.append(entry('other'));
      const replies = await Promise.all(['a', 'b', 'c'].map((id) => first.append(entry(id, 'x', request('key')))));
      replies.push(await first.append(entry('d', 'x', request('key'))));
      await first.close();
      const second = await open();
      replies.push(await second.append(entry('e', 'x', request('key', 'another body'))));
      expect(replies.map((written) => written.entry.record.id)).toEqual(['a', 'a', 'a', 'a', 'a']);
      expect(new Set(replies.map(({ digest }) => digest)).size).toBe(1);
      expect(await second.readRequest(request('key').key)).toEqual(replies[0]);
      expect(await second.readRequest(request('new').key)).toBeUndefined();
      await second.append(entry('f', 'x', request('new')));
      expect(second.head.entries).toBe(3);
      expect(await second.verify()).toMatchObject({ entries: 3, problems: [] });
    });

    test('belong to one at a time', async () => {
      const { open } = await place();
      const first = await open();
      await expect(open()).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:log|database)_busy$/),
        message: expect.stringContaining(String(process.pid)),
      });
      expect(await first.trouble()).toBeUndefined();
      await first.append(entry('d1'));
      await first.close();
      expect((await open()).head.entries).toBe(1);
    });

    test('are not taken once the store is closed', async () => {
      const store = await (await place()).open();
      const underway = store.append(entry('underway'));
      await store.close();
      expect((await underway).entry.sequence).toBe(1);
      await expect(store.append(entry('late'))).rejects.toMatchObject({ code: 'log_failed' });
    });

    test('tell where they are, without a secret', async () => {
      const { address, open } = await place();
      const { place: told } = await open();
      expect(address).toContain(told.replace(/^postgresql:\/\//, ''));
      expect(told).not.toContain('@');
    });
  });
}

describe('a copy', () => {
  const here = KINDS.filter((kind) => kind.here);
  const pairs = here.flatMap((from) => here.map((to) => ({ from, to })));

  test.each(pairs)('of decisions in $from.name is the same in $to.name, and both go on', async ({ from, to }) => {
    const source = await (await from.place()).open();
    await Promise.all(Array.from({ length: 620 }, (_, number) => source.append(entry(`d${number}`))));
    await source.append(entry('asked', 'x', request('key')));
    const { open } = await to.place();
    const target = await open();
    expect(await copyDecisions(source, target)).toBe(621);
    expect(target.head).toEqual(source.head);
    expect(await copyDecisions(source, target)).toBe(0);
    await source.append(entry('later'));
    expect(await copyDecisions(source, target)).toBe(1);
    expect((await target.append(entry('again', 'x', request('key')))).entry.record.id).toBe('asked');
    const report = await target.verify({ digestOfTexts: digestOf });
    expect(report).toMatchObject({ entries: 622, head: source.head.digest, problems: [] });
  });

  test('is refused where there are other decisions, and leaves them', async () => {
    const [one, other] = await Promise.all([1, 2].map(async () => (await here[0]?.place())?.open()));
    if (one === undefined || other === undefined) throw new Error('there is no kind of store');
    await one.append(entry('a'));
    await other.append(entry('b'));
    await expect(copyDecisions(one, other)).rejects.toMatchObject({ code: 'log_failed' });
    await one.append(entry('c'));
    await expect(copyDecisions(one, other)).rejects.toMatchObject({ code: 'log_failed' });
    expect((await other.latest({ limit: 9 })).map((written) => written.entry.record.id)).toEqual(['b']);
  });
});
