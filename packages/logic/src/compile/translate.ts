import type { Comparison } from '@proviso/model';
import { type Diagram, type Diagrams, FALSE, TRUE } from '../diagram/diagrams.ts';
import { type Condition, inPeriod } from './condition.ts';
import type { Assignment } from './variables.ts';

/** What is fixed while conditions are turned into diagrams. */
export interface TranslationSetting {
  readonly diagrams: Diagrams;
  readonly period: number;
  /** Values already known, which then do not appear in the diagrams. */
  readonly known: Assignment;
}

/** Turns conditions into diagrams under one setting; each condition once. */
export class Translator {
  readonly setting: TranslationSetting;
  readonly #memo = new Map<Condition, Diagram>();

  constructor(setting: TranslationSetting) {
    this.setting = setting;
  }

  /** The diagram that is true exactly where the condition is. */
  diagram(condition: Condition): Diagram {
    const known = this.#memo.get(condition);
    if (known !== undefined) return known;
    const made = this.#make(condition, -1);
    this.#memo.set(condition, made);
    return made;
  }

  #make(condition: Condition, elementClass: number): Diagram {
    const { diagrams, period, known } = this.setting;
    switch (condition.kind) {
      case 'constant':
        return inPeriod(condition.value, period) === true ? TRUE : FALSE;
      case 'atom': {
        const truth = inPeriod(condition.truth, period) ?? [];
        const value = known[condition.variable] ?? -1;
        if (value >= 0) return truth[value] === 1 ? TRUE : FALSE;
        return diagrams.literal(condition.variable, truth);
      }
      case 'element':
        return inPeriod(condition.truth, period)?.[elementClass] === 1 ? TRUE : FALSE;
      case 'not':
        return diagrams.not(this.#part(condition.operand, elementClass));
      case 'and': {
        let result: Diagram = TRUE;
        for (const operand of condition.operands) {
          result = diagrams.and(result, this.#part(operand, elementClass));
          if (result === FALSE) return FALSE;
        }
        return result;
      }
      case 'or': {
        let result: Diagram = FALSE;
        for (const operand of condition.operands) {
          result = diagrams.or(result, this.#part(operand, elementClass));
          if (result === TRUE) return TRUE;
        }
        return result;
      }
      case 'term':
        return this.#part(condition.body, elementClass);
      case 'count': {
        const bound = inPeriod(condition.bound, period);
        if (bound === undefined) return FALSE;
        return this.#count(condition, bound, 0, 0, new Map());
      }
    }
  }

  #part(condition: Condition, elementClass: number): Diagram {
    return elementClass < 0 ? this.diagram(condition) : this.#make(condition, elementClass);
  }

  /** Adds up, class by class, the elements that satisfy `where`, and compares the sum. */
  #count(
    condition: Extract<Condition, { kind: 'count' }>,
    bound: number,
    index: number,
    sum: number,
    memo: Map<string, Diagram>,
  ): Diagram {
    // Above the bound all sums compare alike.
    const key = `${index}:${Math.min(sum, Math.floor(bound) + 1)}`;
    const done = memo.get(key);
    if (done !== undefined) return done;
    const made = this.#countFrom(condition, bound, index, sum, memo);
    memo.set(key, made);
    return made;
  }

  #countFrom(
    condition: Extract<Condition, { kind: 'count' }>,
    bound: number,
    index: number,
    sum: number,
    memo: Map<string, Diagram>,
  ): Diagram {
    const variable = condition.classes[index];
    if (variable === undefined) return compareCount(condition.comparison, sum, bound) ? TRUE : FALSE;
    const { diagrams, known } = this.setting;
    const counted = condition.where === undefined ? TRUE : this.#make(condition.where, index);
    const without = counted === TRUE ? FALSE : this.#count(condition, bound, index + 1, sum, memo);
    if (counted === FALSE) return without;
    const value = known[variable] ?? -1;
    const withThem =
      value >= 0
        ? this.#count(condition, bound, index + 1, sum + value, memo)
        : diagrams.select(
            variable,
            Array.from({ length: diagrams.sizes[variable] ?? 0 }, (_, many) =>
              this.#count(condition, bound, index + 1, sum + many, memo),
            ),
          );
    if (counted === TRUE) return withThem;
    return diagrams.or(diagrams.and(counted, withThem), diagrams.and(diagrams.not(counted), without));
  }
}

function compareCount(comparison: Comparison, count: number, bound: number): boolean {
  switch (comparison) {
    case '=':
      return count === bound;
    case '!=':
      return count !== bound;
    case '<':
      return count < bound;
    case '<=':
      return count <= bound;
    case '>':
      return count > bound;
    case '>=':
      return count >= bound;
  }
}
