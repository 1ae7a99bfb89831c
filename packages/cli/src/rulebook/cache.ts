import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { StoredProgram } from '@proviso/logic';
import type { Rulebook } from '@proviso/model';
import { BUILD_ID } from '../build-id.ts';
import type { Context, Host } from '../context.ts';
import { replaceFile } from '../output/replace-file.ts';

/** A rulebook that was read before, with the texts it was read from. */
export interface CachedRulebook {
  readonly rulebook: Rulebook;
  readonly digest: string;
  /** What a program has worked out for it so far. */
  readonly stored?: StoredProgram;
  /** Vocabularies it uses, with the SHA-256 of their texts. */
  readonly uses: readonly { readonly id: string; readonly sha256: string }[];
}

interface Header {
  readonly build: string;
  readonly sha256: string;
}

/**
 * The cache of rulebooks that were read. Entries are named by the SHA-256 of the rulebook's text; each carries the build
 * that wrote it and a digest of itself. Anything that does not fit is ignored; a folder that cannot be written is no error.
 */
export class RulebookCache {
  readonly #folder: string | undefined;
  readonly #sha256: Host['sha256'];

  constructor({ environment, host }: Context) {
    this.#folder = cacheFolder(environment);
    this.#sha256 = host.sha256;
  }

  /** The entry for a text, if there is a sound one. Whether its vocabularies are still the same is for the caller to see. */
  read(textDigest: string): CachedRulebook | undefined {
    if (this.#folder === undefined) return undefined;
    try {
      const bytes = readFileSync(this.#file(this.#folder, textDigest));
      const end = bytes.indexOf(0x0a);
      const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
      const payload = bytes.subarray(end + 1);
      if (header.build !== BUILD_ID || header.sha256 !== this.#sha256(payload)) return undefined;
      return JSON.parse(payload.toString('utf8')) as CachedRulebook;
    } catch {
      return undefined;
    }
  }

  /** Keeps an entry: written beside and renamed, so that no reader ever sees half of it. */
  write(textDigest: string, entry: CachedRulebook): void {
    if (this.#folder === undefined) return;
    const file = this.#file(this.#folder, textDigest);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const payload = JSON.stringify(entry);
      const header: Header = { build: BUILD_ID, sha256: this.#sha256(payload) };
      replaceFile(file, `${JSON.stringify(header)}\n${payload}`, 0o600);
    } catch {
      // Without a cache the next run reads the rulebook again.
    }
  }

  #file(folder: string, textDigest: string): string {
    return join(folder, `${textDigest}.json`);
  }
}

function cacheFolder(environment: NodeJS.ProcessEnv): string | undefined {
  if (environment.PROVISO_CACHE) return join(environment.PROVISO_CACHE, 'rulebooks');
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'proviso', 'rulebooks');
  const home = environment.HOME ?? homedir();
  if (home !== '' && home !== '/') return join(home, '.cache', 'proviso', 'rulebooks');
  return temporaryFolder();
}

/** A folder below the shared temporary one is used only if it is ours and nobody else can write to it. */
function temporaryFolder(): string | undefined {
  try {
    const { uid } = userInfo();
    const folder = join(tmpdir(), `proviso-${uid}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    const ours = stat.isDirectory() && (uid === -1 || (stat.uid === uid && (stat.mode & 0o022) === 0));
    return ours ? join(folder, 'rulebooks') : undefined;
  } catch {
    return undefined;
  }
}
