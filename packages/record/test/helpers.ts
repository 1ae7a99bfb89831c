import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '@proviso/logic';
import type { RecordedDocument, RecordedRulebook } from '@proviso/record';
import { onTestFinished } from 'vitest';
import { programOf } from './small.ts';

export { programOf, SMALL } from './small.ts';

const ROOT = new URL('../../../', import.meta.url);

/** The texts of the WeChat rulebook of this repository. */
export const WECHAT: readonly RecordedDocument[] = [
  { kind: 'vocabulary', id: 'us/app-restrictions', text: shipped('us/app-restrictions/vocabulary.md') },
  { kind: 'rulebook', id: 'us/wechat', text: shipped('us/wechat/rulebook.md') },
];

/** Finds a rulebook that is carried, or among documents. */
export function resolver(...known: readonly (readonly RecordedDocument[])[]) {
  return ({ digest, documents }: RecordedRulebook): Program | undefined => {
    for (const candidate of [...(documents === undefined ? [] : [documents]), ...known]) {
      const program = programOf(candidate);
      if (program.digest === digest) return program;
    }
    return undefined;
  };
}

/** A folder for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-record-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function shipped(path: string): string {
  return readFileSync(new URL(`rulebooks/${path}`, ROOT), 'utf8');
}
