import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { path } from '../../lib/processes.mjs';

/** Installs the other engines, which live in the bench's own package. @throws when they cannot be had */
export function installPeers(say) {
  if (existsSync(path('node_modules'))) return;
  say('installing the other engines');
  // Not `npm ci`: it refuses a lock file without the native parts of platforms for which an engine publishes none.
  const install = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: path('.'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (install.status !== 0) throw new Error('the other engines cannot be installed');
}
