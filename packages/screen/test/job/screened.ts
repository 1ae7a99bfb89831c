import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, decidingProvisions } from '@proviso/logic';
import { afterAll } from 'vitest';
import { openScreening, type Screening, type ScreeningOptions } from '../../src/job/index.ts';

/** What screening says of a row, and what the library says of it, in the same form. */
export interface Judged {
  readonly verdict: string;
  readonly mayProceed: string;
  readonly possible: readonly string[];
  readonly provisions: readonly string[];
  /** In the order of their names. */
  readonly needs: readonly string[];
  readonly heldBack: string | null;
}

/** A row of a table of verdicts: its own cells, and the judgement. */
export interface JudgedRow {
  readonly cells: Readonly<Record<string, unknown>>;
  readonly judged: Judged;
}

/** A folder of its own for the tests of a file. */
export class Place {
  readonly folder = mkdtempSync(join(tmpdir(), 'proviso-job-'));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file; tells its path. */
  write(name: string, text: string): string {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }
}

/** Opens a screening, uses it and closes it. */
export async function screening<Result>(
  options: ScreeningOptions,
  use: (screening: Screening) => Promise<Result>,
): Promise<Result> {
  const opened = await openScreening({ threads: 1, ...options });
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

/** The good rows of a screening as JSON lines have them. */
export async function judgedRows(opened: Screening, path: string): Promise<readonly JudgedRow[]> {
  await opened.write({ path, overwrite: true, format: 'jsonl' });
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { verdict, may_proceed, possible, provisions, needs, held_back, ...cells } = JSON.parse(line) as Readonly<
        Record<string, unknown>
      >;
      return {
        cells,
        judged: {
          verdict: String(verdict),
          mayProceed: String(may_proceed),
          possible: texts(possible),
          provisions: texts(provisions),
          needs: [...texts(needs)].sort(),
          heldBack: held_back === null || held_back === undefined ? null : String(held_back),
        },
      };
    });
}

/** An answer of the library as a row has it. */
export function judgedBy(answer: Answer): Judged {
  return {
    verdict: answer.verdict,
    mayProceed: answer.mayProceed,
    possible: answer.possible,
    provisions: decidingProvisions(answer),
    needs: answer.needs.map(({ name }) => name).sort(),
    heldBack: answer.heldBack?.status ?? null,
  };
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value.map(String);
}

/** A line of CSV. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
