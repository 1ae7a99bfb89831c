import type { MappedFact } from '../columns.ts';
import { type Codec, codecFor, lawCodec, namesFor } from './codec/index.ts';
import type { ScreenSqlOptions } from './contract.ts';
import { AS_OF } from './names.ts';
import type { Expression } from './tree/expression.ts';
import type { Named, Step } from './tree/pipeline.ts';

/** The columns of an input as codes: how each is read, and what an input of the charts is worth. */
export class CodedColumns {
  /** In the order of the mapping, the row's own date last. */
  readonly codecs: readonly { readonly name: string; readonly mapped: MappedFact | undefined; readonly codec: Codec }[];
  readonly #tabulation: ScreenSqlOptions['tabulation'];
  readonly #byName: ReadonlyMap<string, Codec>;

  /** @throws ScreenError when a column cannot give its fact */
  constructor({ mapping, tabulation, readByLibrary = {}, seenTexts }: ScreenSqlOptions) {
    this.#tabulation = tabulation;
    const facts = new Map(tabulation.facts.map((fact) => [fact.path, fact]));
    const codecs = mapping.facts.map((mapped, place) => {
      const fact = facts.get(mapped.fact);
      if (fact === undefined) throw new Error(`${mapped.fact} was not tabulated`);
      const read = new Map(Object.entries(readByLibrary[mapped.fact] ?? {}));
      return {
        name: mapped.fact,
        mapped,
        codec: codecFor(mapped, fact, place, {
          byLibrary: read,
          seen:
            seenTexts === undefined
              ? undefined
              : Object.hasOwn(seenTexts, mapped.column)
                ? seenTexts[mapped.column]
                : [],
        }),
      };
    });
    const missing = tabulation.facts.find(({ path }) => codecs.every(({ name }) => name !== path));
    if (missing !== undefined) throw new Error(`${missing.path} was tabulated, but has no column`);
    const { law } = tabulation;
    if ((law === undefined) !== (mapping.asOf === undefined))
      throw new Error('rows have their own dates either in the tabulation and the mapping, or in neither');
    this.codecs =
      law === undefined || mapping.asOf === undefined
        ? codecs
        : [...codecs, { name: AS_OF, mapped: undefined, codec: lawCodec(mapping.asOf, law, namesFor('as_of')) }];
    this.#byName = new Map(this.codecs.map(({ name, codec }) => [name, codec]));
  }

  /** What is worked out before any code. */
  get steps(): readonly Step[] {
    const stages: Named[][] = [];
    for (const { codec } of this.codecs) {
      codec.stages.forEach((stage, index) => {
        stages[index] = [...(stages[index] ?? []), ...stage];
      });
    }
    return stages.map((columns) => ({ kind: 'compute', columns }));
  }

  /** How many codes each input has. */
  get sizes(): readonly number[] {
    return this.#tabulation.inputs.map(({ codes }) => codes);
  }

  /** The code of an input in a row, times a factor; NULL for a bad cell. */
  code(input: number, factor: number): Expression {
    const described = this.#tabulation.inputs[input];
    if (described === undefined) throw new Error(`there is no input ${input}`);
    const name = described.kind === 'law' ? AS_OF : described.path;
    const codec = this.#byName.get(name);
    if (codec === undefined) throw new Error(`no column gives ${name}`);
    return codec.code(factor, described.kind === 'law' ? undefined : described.elementClass);
  }

  /** For each column that none of some inputs reads and that may be bad: 0, or NULL where it is. */
  unread(inputs: ReadonlySet<number>): readonly Expression[] {
    const read = new Set(
      [...inputs].map((input) => {
        const described = this.#tabulation.inputs[input];
        return described?.kind === 'fact' ? described.path : AS_OF;
      }),
    );
    return this.codecs.flatMap(({ name, codec }) =>
      read.has(name) || codec.validity === undefined ? [] : [codec.validity],
    );
  }
}
