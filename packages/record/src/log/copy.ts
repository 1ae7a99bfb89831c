import { RecordError } from '../errors.ts';
import type { RecordedDocument } from '../format.ts';
import type { DecisionStore, Head } from './contract.ts';
import { damaged, type WrittenEntry } from './entry.ts';

/** Entries copied at once. */
const MOST_AT_ONCE = 500;

/** Whether a store holds a chain that ends so, alone or with more behind it. @throws RecordError as `read` of the store */
export async function holdsChain(store: DecisionStore, { entries, digest }: Head): Promise<boolean> {
  if (digest === null) return true;
  const [last] = await store.latest({ limit: 1, before: entries + 1 });
  return last?.entry.sequence === entries && last.digest === digest;
}

/**
 * Copies all decisions of one store into another, such as a folder's into a database: the same entries with the same
 * digests, so that the chain goes on. What a copy that broke off has left there is gone on from. Returns how many were
 * copied.
 * @throws RecordError when the other store has decisions that are not the first of these, or one of them cannot be
 * reached or is damaged.
 */
export async function copyDecisions(from: DecisionStore, to: DecisionStore): Promise<number> {
  const start = to.head.entries;
  if (!(await holdsChain(from, to.head))) {
    const hint = 'copy into a store in which there is nothing';
    throw new RecordError('log_failed', to.place, `${to.place} has other decisions already`, hint);
  }
  const documents = new Map<string, readonly RecordedDocument[]>();
  while (to.head.entries < from.head.entries) {
    const next = to.head.entries;
    const entries = await from.latest({ limit: MOST_AT_ONCE, before: next + MOST_AT_ONCE + 1 });
    const ascending = entries.filter(({ entry }) => entry.sequence > next).reverse();
    if (ascending.length === 0) throw damaged(`decision ${next + 1}`, 'is not here');
    for (const { entry } of ascending) {
      const { digest } = entry.record.rulebook;
      const texts = documents.get(digest) ?? (await from.documents(digest));
      if (texts === undefined) throw damaged(`rulebook ${digest}`, 'is not here');
      documents.set(digest, texts);
    }
    const copied = await Promise.all(ascending.map((written) => copyOne(written, documents, to)));
    if (copied.some((digest, index) => digest !== ascending[index]?.digest))
      throw damaged(`the copy in ${to.place}`, 'does not have the digests of what was copied');
  }
  return to.head.entries - start;
}

async function copyOne(
  { entry }: WrittenEntry,
  documents: ReadonlyMap<string, readonly RecordedDocument[]>,
  to: DecisionStore,
): Promise<string> {
  const { record, by, request } = entry;
  const texts = documents.get(record.rulebook.digest) ?? [];
  const { digest } = await to.append({
    record,
    documents: texts,
    by,
    ...(request === undefined ? {} : { request }),
  });
  return digest;
}
