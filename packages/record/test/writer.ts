// Writes decisions to a store as fast as it can, and tells of each one once it is acknowledged.
//   node writer.js FOLDER|ADDRESS
import { makeRecord } from '@proviso/record';
import { DecisionLog, openDatabase } from '@proviso/record/log';
import { programOf, SMALL } from './small.ts';

const [, , place = ''] = process.argv;
const program = programOf(SMALL);
const store = await (place.startsWith('postgresql://') ? openDatabase(place) : DecisionLog.open(place));
let number = store.head.entries;
for (;;) {
  const batch = Array.from({ length: 7 }, () => {
    const id = `d${number++}`;
    const record = makeRecord({ id, madeAt: Date.now(), program, question: { asOf: '2020-02-01' }, facts: {} });
    return store.append({ record, documents: SMALL, by: 'writer' }).then(() => process.stdout.write(`${id}\n`));
  });
  await Promise.all(batch);
}
