// The service as `proviso serve` starts it, for the bench.
import { startService } from '@proviso/service';

const [, , rulebooks, dataFolder] = process.argv;
const { address } = await startService({ rulebookFolders: [rulebooks], dataFolder, port: 0 });
process.stdout.write(`${address}\n`);
process.on('SIGUSR2', () => process.stdout.write(`${JSON.stringify(process.cpuUsage())}\n`));
