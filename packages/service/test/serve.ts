// A service in a process of its own, for tests that end processes. Tells its address on standard output.
//   node serve.mjs RULEBOOKS DATA [DATABASE]
import { startService } from '@proviso/service';

const [, , rulebooks = '', dataFolder = '', database] = process.argv;
const { address, stopped } = await startService({
  rulebookFolders: [rulebooks],
  dataFolder,
  ...(database === undefined ? {} : { database }),
  port: 0,
  log: { level: 'warn' },
});
process.stdout.write(`${address}\n`);
await stopped;
process.stdout.write('stopped\n');
