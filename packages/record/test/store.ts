import { makeRecord } from '@proviso/record';
import { DecisionLog, type DecisionStore, type Entry, openDatabase } from '@proviso/record/log';
import { onTestFinished } from 'vitest';
import { programOf, SMALL, temporaryFolder } from './helpers.ts';
import { freshDatabase, SERVER } from './postgres.ts';

/** The program of the rulebook that entries are of. */
export const program = programOf(SMALL);

/** When entries are made. */
export const NOON = Date.UTC(2026, 10, 24, 12);

/** An entry for a store. */
export function entry(id: string, by = 'somebody', request?: Entry['request']): Entry {
  const facts = { goods: 'fireworks', share: '60', remark: '烟花 "\\u0000" \n' };
  const record = makeRecord({ id, madeAt: NOON, program, question: { asOf: '2020-02-01' }, facts });
  return { record, documents: SMALL, by, ...(request === undefined ? {} : { request }) };
}

/** A kind of store. */
export interface Kind {
  readonly name: string;
  /** Whether it can be tested here. */
  readonly here: boolean;
  /** Makes a place for one test and gives what opens the store in it, again and again. */
  place(): Promise<{ readonly address: string; open(): Promise<DecisionStore> }>;
}

/** The stores that keep one contract. */
export const KINDS: readonly Kind[] = [
  {
    name: 'a folder',
    here: true,
    place: async () => {
      const folder = temporaryFolder();
      return { address: folder, open: () => closing(DecisionLog.open(folder, { now: () => NOON })) };
    },
  },
  {
    name: 'PostgreSQL (needs a server: PROVISO_TEST_POSTGRES_URL)',
    here: SERVER !== '',
    place: async () => {
      const address = await freshDatabase();
      return { address, open: () => closing(openDatabase(address, { patience: 1000 })) };
    },
  },
];

/** A store that is closed when the test has finished. */
export async function closing(opening: Promise<DecisionStore>): Promise<DecisionStore> {
  const store = await opening;
  onTestFinished(() => store.close());
  return store;
}
