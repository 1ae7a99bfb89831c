import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '@proviso/service';

/** The app and the service behind one address. */
export interface Served {
  readonly address: string;
  stop(): Promise<void>;
}

/** Whose a token is, and what it is. */
export interface ServedToken {
  readonly name: string;
  readonly roles: readonly string[];
  readonly token: string;
}

/** How the app is served. */
export interface ServeOptions {
  /** Any that is free, if absent. */
  readonly port?: number;
  /** None are asked for, if absent. */
  readonly tokens?: readonly ServedToken[];
}

/** Serves a built app with the real service, on this machine. */
export async function serve(
  webFolder: string,
  rulebooks: string,
  { port = 0, tokens }: ServeOptions = {},
): Promise<Served> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'proviso-web-'));
  const tokenFile = join(dataFolder, 'tokens.json');
  if (tokens !== undefined) writeFileSync(tokenFile, JSON.stringify({ tokens }));
  const service = await startService({
    rulebookFolders: [rulebooks],
    dataFolder,
    port,
    webFolder,
    rate: 'off',
    signals: false,
    ...(tokens === undefined ? {} : { tokenFile }),
  });
  return {
    address: service.address,
    stop: async () => {
      await service.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
