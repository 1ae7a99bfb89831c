import { parentPort } from 'node:worker_threads';
import { type Examinee, examination } from './examination.ts';

// A thread that examines one text after the other: see `Examiner`.
parentPort?.on('message', (examinee: Examinee) => {
  parentPort?.postMessage(JSON.stringify(examination(examinee)));
});
