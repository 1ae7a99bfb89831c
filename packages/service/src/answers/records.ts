import type { Program } from '@proviso/logic';
import type { RecordedRulebook } from '@proviso/record';
import type { WrittenEntry } from '@proviso/record/log';
import { type Asker, allows } from '../access/roles.ts';
import type { ServiceContext } from '../context.ts';
import { Problem } from '../http/problem.ts';

/** The program for the version of a rulebook that a record names. @throws Problem when it is not here. */
export async function programOfRecord(
  rulebook: RecordedRulebook,
  { shelf, log }: Pick<ServiceContext, 'shelf' | 'log'>,
): Promise<Program> {
  const served = shelf.version(rulebook, rulebook.documents);
  const program = served ?? shelf.version(rulebook, await log.documents(rulebook.digest));
  if (program !== undefined) return program;
  throw new Problem(409, 'rulebook_gone', {
    en: `The version ${rulebook.digest} of ${rulebook.id} is not here.`,
    zh: `找不到 ${rulebook.id} 的版本 ${rulebook.digest}。`,
  });
}

/** The entry of a decision, if it is there and its asker may see it. @throws Problem otherwise, alike in both cases. */
export async function entryFor(id: string, asker: Asker, { log }: Pick<ServiceContext, 'log'>): Promise<WrittenEntry> {
  const found = await log.read(id);
  if (found !== undefined && maySee(asker, found.entry.by)) return found;
  throw new Problem(
    404,
    'unknown_decision',
    { en: 'There is no such decision.', zh: '没有该判断记录。' },
    { field: 'id' },
  );
}

/** Everybody sees their own decisions, `admin` all. */
export function maySee(asker: Asker, by: string): boolean {
  return asker.name === by || allows(asker, 'admin');
}
