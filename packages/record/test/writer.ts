// Writes decisions to the log of a folder as fast as it can, and tells of each one once it is acknowledged.
//   node writer.js FOLDER
import { makeRecord } from '@proviso/record';
import { DecisionLog } from '@proviso/record/log';
import { programOf, SMALL } from './small.ts';

const [, , folder = ''] = process.argv;
const program = programOf(SMALL);
const log = await DecisionLog.open(folder);
let number = log.head.entries;
for (;;) {
  const batch = Array.from({ length: 7 }, () => {
    const id = `d${number++}`;
    const record = makeRecord({ id, madeAt: Date.now(), program, question: { asOf: '2020-02-01' }, facts: {} });
    return log.append({ record, documents: SMALL, by: 'writer' }).then(() => process.stdout.write(`${id}\n`));
  });
  await Promise.all(batch);
}
