import { ScreenError } from '../errors.ts';
import { removeTemporary } from '../sink/temporary-files.ts';
import type { FileSpec, OpenedSource } from './contract.ts';
import { literal } from './sql-text.ts';

/** Temporary copies that stand for files of other names. */
export class Copies {
  /** The name of the file that each copy stands for. */
  readonly #names = new Map<string, string>();

  /** Takes a copy that is to be; tells its path. */
  add(copy: string, name: string): string {
    this.#names.set(copy, name);
    return copy;
  }

  /** Removes all that are there. */
  async remove(): Promise<void> {
    await Promise.all([...this.#names.keys()].map(removeTemporary));
  }

  /** A source over copies as the one that it stands for. */
  renamed(opened: OpenedSource, spec: FileSpec): OpenedSource {
    const { malformedRelation } = opened;
    const files = [...this.#names].map(([copy, name]) => `WHEN ${literal(copy)} THEN ${literal(name)}`).join(' ');
    const named = `CASE proviso_file ${files} ELSE proviso_file END AS proviso_file`;
    const several = spec.paths.length > 1;
    return {
      ...opened,
      spec,
      located: several ? `SELECT * REPLACE (${named}) FROM (${opened.located})` : opened.located,
      malformedRelation:
        malformedRelation === undefined ? undefined : `(SELECT * REPLACE (${named}) FROM ${malformedRelation})`,
      malformed: async (most) =>
        (await opened.malformed(most)).map((row) => ({ ...row, file: this.#names.get(row.file) ?? row.file })),
      shown: this.#told(opened.shown),
      close: async () => {
        await opened.close();
        await this.remove();
      },
    };
  }

  /** An error about copies as one about the files that they stand for. */
  renamedError(error: unknown): unknown {
    if (!(error instanceof ScreenError)) return error;
    const { code, message, where, hint, values, cause } = error;
    return new ScreenError(code, this.#told(message), {
      where: where === undefined ? undefined : this.#told(where),
      hint: hint === undefined ? undefined : this.#told(hint),
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.#told(value)])),
      cause,
    });
  }

  #told(text: string): string {
    return [...this.#names].reduce((told, [copy, name]) => told.replaceAll(copy, name), text);
  }
}
