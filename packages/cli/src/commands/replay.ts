import { replay as askAgain, type DecisionRecord, type Replay, readRecord } from '@proviso/record';
import type { Context } from '../context.ts';
import { EXIT, Failure } from '../failure.ts';
import { readText } from '../input/read-file.ts';
import { serviceMessagesIn } from '../messages/service.ts';
import { writeOut } from '../output/write.ts';
import { rulebookFolders } from '../rulebook/locate.ts';
import { asFailure } from '../service/trouble.ts';

const RECORD_LIMIT = 64 << 20;

/** `proviso replay`: ask recorded decisions again and compare. */
export async function replay(context: Context): Promise<number> {
  const texts = serviceMessagesIn(context.language);
  const files = context.arguments.operands;
  if (files.length === 0) throw new Failure('no_records', texts.noRecords, { exit: EXIT.misuse });
  const reports: { readonly file: string; readonly record: DecisionRecord; readonly replayed: Replay }[] = [];
  for (const file of files) {
    try {
      reports.push({ file, ...(await replayFile(file, context)) });
    } catch (error) {
      throw asFailure(error, context);
    }
  }
  if (context.json) {
    const told = reports.map(({ file, replayed: { bytes: _, ...rest } }) => ({ file, ...rest }));
    writeOut(`${JSON.stringify(told.length === 1 ? told[0] : told, null, 2)}\n`);
  } else {
    for (const { file, record, replayed } of reports) {
      const line = replayed.same ? texts.same(file, record.answer.verdict) : texts.different(file);
      writeOut(`${context.paint(replayed.same ? 'good' : 'bad', line)}\n`);
      for (const { message } of replayed.problems) writeOut(`  ${message}\n`);
      for (const { path, recorded, replayed: now } of replayed.differences)
        writeOut(`  ${path}: ${texts.recorded} ${JSON.stringify(recorded)}, ${texts.now} ${JSON.stringify(now)}\n`);
      if (replayed.refused !== undefined) writeOut(`  ${replayed.refused.message}\n`);
    }
  }
  return reports.every(({ replayed }) => replayed.same) ? EXIT.answered : EXIT.bad;
}

async function replayFile(file: string, context: Context): Promise<{ record: DecisionRecord; replayed: Replay }> {
  const text = readText(file, RECORD_LIMIT, context);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Failure('not_a_record', serviceMessagesIn(context.language).notJson(file), { where: file });
  }
  const record = readRecord(json);
  const { programFrom, shelfOf } = await context.host.service();
  const { digestOf } = context.host.language();
  const replayed = await askAgain(
    record,
    ({ id, digest, documents }) => {
      if (documents !== undefined) return programFrom(documents, id);
      const served = shelfOf(rulebookFolders(context)).find(id);
      return served?.digest === digest ? served.program : undefined;
    },
    { digestOfTexts: digestOf },
  );
  return { record, replayed };
}
