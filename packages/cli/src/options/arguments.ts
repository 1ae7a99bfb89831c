import type { OptionName } from './definition.ts';

/** What was given to a command, after parsing. */
export class Arguments {
  /** What is no option, in order. */
  readonly operands: readonly string[];
  readonly #options: ReadonlyMap<OptionName, readonly string[]>;

  constructor(operands: readonly string[], options: ReadonlyMap<OptionName, readonly string[]>) {
    this.operands = operands;
    this.#options = options;
  }

  /** Whether an option was given. */
  has(name: OptionName): boolean {
    return this.#options.has(name);
  }

  /** The value of an option that is given at most once. */
  text(name: OptionName): string | undefined {
    return this.#options.get(name)?.[0];
  }

  /** The values of a repeatable option. */
  texts(name: OptionName): readonly string[] {
    return this.#options.get(name) ?? [];
  }
}
