import type { FactValues, ScalarValue } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import { type Assignment, setFact } from '../compile/variables.ts';
import { presumptions, settledReadings } from './analysis.ts';

/** Code of a fact that is absent (a presumption may stand in). */
export const ABSENT = 0;
/** Code of an unknown: "don't know", an unsettled reading, an unknown status, an open point. */
export const UNKNOWN = 1;
/** Codes from here on are regions: code minus this. */
export const FIRST_REGION = 2;

/** One code per variable: {@link ABSENT}, {@link UNKNOWN}, or a region plus {@link FIRST_REGION}. */
export type Codes = Int32Array;

/** Turns facts into codes, for one setting of readings. Cases with equal codes have equal answers. */
export class Encoder {
  readonly #compiled: CompiledRulebook;
  readonly #blank: Codes;
  /** For each variable the value that a presumption gives it while its fact is absent; -1 for none. */
  readonly presumed: Assignment;
  /** Facts whose own value, not only its region, is in the answer (duties counted from a date). */
  readonly byValue: readonly string[];

  constructor(compiled: CompiledRulebook, readings: Readonly<Record<string, string>>) {
    this.#compiled = compiled;
    const settled = settledReadings(compiled, readings);
    this.#blank = Int32Array.from(compiled.variables.all, (variable, index) => {
      if (variable.kind === 'fact') return ABSENT;
      const value = settled[index] ?? -1;
      return value < 0 ? UNKNOWN : value + FIRST_REGION;
    });
    this.presumed = new Int32Array(compiled.variables.all.length).fill(-1);
    for (const [path, value] of presumptions(compiled)) {
      const code = compiled.variables.facts.get(path);
      if (code !== undefined) setFact(code, value, this.presumed);
    }
    this.byValue = compiled.rulebook.rules.flatMap((rule) =>
      rule.kind === 'duty' && rule.due?.kind === 'within' && rule.due.after.kind === 'fact'
        ? [rule.due.after.name]
        : [],
    );
  }

  /** Codes with no fact given, to be filled by {@link encode}. */
  blank(): Codes {
    return this.#blank.slice();
  }

  /** Writes the codes of facts. */
  encode(facts: FactValues, codes: Codes): void {
    for (const code of this.#compiled.variables.facts.values()) {
      const value = facts[code.path];
      if (value === undefined || value === null) {
        const given = value === undefined ? ABSENT : UNKNOWN;
        for (const variable of code.variables) codes[variable] = given;
      } else if (code.scalar) {
        const region = code.regionOf(value as ScalarValue);
        codes[code.variables[0] ?? 0] = region < 0 ? UNKNOWN : region + FIRST_REGION;
      } else {
        const counts = code.countsOf(value as readonly ScalarValue[]);
        code.variables.forEach((variable, index) => {
          codes[variable] = (counts[index] ?? 0) + FIRST_REGION;
        });
      }
    }
  }

  /** Whether equal codes do not yet mean equal answers: a term is asserted, or a value itself is in the answer. */
  isSpecial(facts: FactValues): boolean {
    for (const path of this.byValue) if (facts[path] !== undefined) return true;
    for (const term of this.#compiled.assertableNames) if (typeof facts[term] === 'boolean') return true;
    return false;
  }
}
