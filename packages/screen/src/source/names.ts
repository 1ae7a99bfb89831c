import { ScreenError } from '../errors.ts';

/** As many columns as an Excel sheet has; more than that is a table on its side. */
export const MAX_COLUMNS = 16_384;
/** Names that begin so are kept for columns that screening adds for itself. */
const KEPT_PREFIX = 'proviso_';

/**
 * Names a header's cells as columns: a cell without text is called `column_N` after its position. Two names that differ
 * only in the case of their letters are the same name, as they are in SQL.
 *
 * @throws ScreenError `too_many_columns`, `duplicate_columns` or `column_clash`.
 */
export function columnNames(header: readonly string[], where: string): readonly string[] {
  if (header.length > MAX_COLUMNS) {
    throw new ScreenError(
      'too_many_columns',
      `${where} has ${header.length} columns; at most ${MAX_COLUMNS} can be read.`,
      {
        where,
        hint: 'Check that the header is one row of names, or leave out columns.',
        values: { columns: String(header.length), most: String(MAX_COLUMNS) },
      },
    );
  }
  const names = header.map((cell, index) => (cell.trim() === '' ? `column_${index + 1}` : cell));
  const places = new Map<string, number[]>();
  names.forEach((name, index) => {
    const key = name.toLowerCase();
    if (key.startsWith(KEPT_PREFIX)) {
      throw new ScreenError(
        'column_clash',
        `${where}: column \`${name}\` begins with \`${KEPT_PREFIX}\`, which is kept for screening.`,
        {
          where,
          hint: 'Rename the column.',
          values: { column: name },
        },
      );
    }
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  const twice = [...places.values()].filter((positions) => positions.length > 1);
  if (twice.length > 0) {
    const shown = twice
      .map(
        (positions) =>
          `\`${names[positions[0] ?? 0]}\` (columns ${positions.map((position) => position + 1).join(', ')})`,
      )
      .join('; ');
    throw new ScreenError('duplicate_columns', `${where} has columns of the same name: ${shown}.`, {
      where,
      hint: 'Give every column its own name; the case of letters does not tell names apart.',
      values: { columns: shown },
    });
  }
  return names;
}

/** The columns that were named after their position, for the pre-flight; undefined when every one has a name. */
export function unnamedColumns(header: readonly string[]): string | undefined {
  const unnamed = header.flatMap((cell, index) => (cell.trim() === '' ? [`column_${index + 1}`] : []));
  return unnamed.length === 0 ? undefined : unnamed.join(', ');
}

/** @throws ScreenError `different_columns` when a further file has not the first one's columns in the same order. */
export function checkSameColumns(
  first: readonly string[],
  other: readonly string[],
  firstFile: string,
  file: string,
): void {
  if (first.length === other.length && first.every((name, index) => name === other[index])) return;
  const missing = first.filter((name) => !other.includes(name));
  const added = other.filter((name) => !first.includes(name));
  const parts = [
    ...(missing.length > 0 ? [`it lacks ${list(missing)}`] : []),
    ...(added.length > 0 ? [`it has ${list(added)} besides`] : []),
    ...(missing.length + added.length === 0 ? ['the columns are in another order'] : []),
  ];
  throw new ScreenError('different_columns', `${file} has not the columns of ${firstFile}: ${parts.join('; ')}.`, {
    where: file,
    hint: 'Screen files with different columns one by one.',
    values: { file, first: firstFile, missing: missing.join(', '), added: added.join(', ') },
  });
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 10).map((name) => `\`${name}\``);
  return names.length > 10 ? `${shown.join(', ')} and ${names.length - 10} more` : shown.join(', ');
}
