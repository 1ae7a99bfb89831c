import { LazyFile } from './lazy-file.ts';
import { pathLiteral } from './sql-text.ts';

/**
 * Keeps how far the lines of rows are ahead of their numbers: in memory while that is the same for all, else in a CSV
 * file (`row`, `shift`).
 */
export class ShiftFile {
  readonly #file: LazyFile;
  #first: readonly number[] | undefined;

  constructor(folder: string) {
    this.#file = new LazyFile(folder, '.csv');
  }

  /**
   * Takes pairs: from the row with this number on (counted from 1), lines are so far ahead. The first pair is for row
   * 1.
   */
  async add(shifts: readonly number[]): Promise<void> {
    if (shifts.length === 0) return;
    const before = this.#first ?? [];
    this.#first ??= shifts.slice(0, 2);
    if (before.length + shifts.length > 2)
      await this.#file.write(pairs(this.#file.begun ? shifts : [...before, ...shifts]));
  }

  /** How far the first row's line is ahead. */
  get first(): number {
    return this.#first?.[1] ?? 0;
  }

  /** The file; undefined when all rows' lines are equally far ahead. */
  get path(): string | undefined {
    return this.#file.begun ? this.#file.path : undefined;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  remove(): Promise<void> {
    return this.#file.remove();
  }
}

/** What {@link withLines} needs to know of a file. */
export interface Shifted {
  readonly shift: number;
  readonly shifts: string | undefined;
}

/** A SELECT of the rows of a relation in their order, with the columns of a select list and the line of each row. */
export function withLines(file: Shifted, relation: string, before: string, columns: string): string {
  const numbered = `(SELECT row_number() OVER () AS proviso_row, * FROM ${relation})`;
  if (file.shifts === undefined) {
    return `SELECT ${before}proviso_row + ${file.shift} AS proviso_line, ${columns} FROM ${numbered}`;
  }
  const shifts =
    `read_csv(${pathLiteral(file.shifts)}, auto_detect = false, header = false, ` +
    `columns = {'proviso_from': 'BIGINT', 'proviso_shift': 'BIGINT'})`;
  // Shifts only grow, so that the greatest so far is the last one. An equality join: the engine's other joins may be
  // quadratic here.
  return (
    `SELECT ${before}proviso_row + max(proviso_shift) OVER (ORDER BY proviso_row) AS proviso_line, ${columns} ` +
    `FROM ${numbered} LEFT JOIN ${shifts} ON proviso_row = proviso_from`
  );
}

function pairs(values: readonly number[]): string {
  let text = '';
  for (let index = 0; index < values.length; index += 2) text += `${values[index]},${values[index + 1]}\n`;
  return text;
}
