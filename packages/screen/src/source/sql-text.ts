import { resolve } from 'node:path';

/** A text as a SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The path of one file as a literal for the engine's readers, for which `*`, `?` and `[` would stand for many, and `~`
 * or `s3:` for other places.
 */
export function pathLiteral(path: string): string {
  return literal(resolve(path).replace(/[[*?]/g, (character) => `[${character}]`));
}
