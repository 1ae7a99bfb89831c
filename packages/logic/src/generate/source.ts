/** Source text with the values it refers to as `$[i]`. */
export interface GeneratedSource {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Evaluates source that declares a function of the given name.
 * The text is made from names and constants of the rulebook, always quoted by JSON.stringify.
 */
export function makeFunction<T>(name: string, source: GeneratedSource): T {
  const build = new Function('$', `"use strict";\n${source.text}\nreturn ${name};`) as (
    values: readonly unknown[],
  ) => T;
  return build(source.values);
}
