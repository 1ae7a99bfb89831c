import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '@proviso/service';

/** The app and the service behind one address. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves a built app with the real service, on a free port of this machine unless one is named. */
export async function serve(webFolder: string, rulebooks: string, port = 0): Promise<Served> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'proviso-web-'));
  const service = await startService({
    rulebookFolders: [rulebooks],
    dataFolder,
    port,
    webFolder,
    rate: 'off',
    signals: false,
  });
  return {
    address: service.address,
    stop: async () => {
      await service.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
