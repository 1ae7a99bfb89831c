// A service in a process of its own, for tests that end processes. Tells its address on standard output.
//   node serve.mjs RULEBOOKS DATA
import { startService } from '@proviso/service';

const [, , rulebooks = '', dataFolder = ''] = process.argv;
const { address, stopped } = await startService({
  rulebookFolders: [rulebooks],
  dataFolder,
  port: 0,
  log: { level: 'warn' },
});
process.stdout.write(`${address}\n`);
await stopped;
process.stdout.write('stopped\n');
