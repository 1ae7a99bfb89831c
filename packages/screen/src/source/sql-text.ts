/** A text as a SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The path of one file as a literal for the engine's readers, in which `*`, `?` and `[` would stand for many. */
export function pathLiteral(path: string): string {
  return literal(path.replace(/[[*?]/g, (character) => `[${character}]`));
}
