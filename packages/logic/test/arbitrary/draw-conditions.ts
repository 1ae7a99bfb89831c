import type {
  DatedList,
  Enumeration,
  Expression,
  Membership,
  Parameter,
  Reading,
  ScalarType,
  ValueType,
} from '@proviso/model';
import type { Choices } from './choices.ts';
import { comparisonsOf, drawConstant, drawConstants, tellingComparisons } from './draw-values.ts';

/** What a condition may speak of. */
export interface Speech {
  readonly enumerations: readonly Enumeration[];
  readonly lists: readonly DatedList[];
  readonly parameters: readonly Parameter[];
  /** Facts by path with their types; in a term over a party, by the parameter's name. */
  readonly facts: readonly (readonly [string, ValueType])[];
  readonly readings: readonly Reading[];
  readonly opens: readonly string[];
  /** Applications of terms. */
  readonly terms: readonly Expression[];
}

/** A condition, so deep at most. */
export function drawCondition(choices: Choices, speech: Speech, depth: number): Expression {
  return drawWithout(choices, speech, depth, undefined);
}

/** `outer`: the operator right above; conjunctions do not hold conjunctions, nor disjunctions disjunctions. */
function drawWithout(choices: Choices, speech: Speech, depth: number, outer: 'and' | 'or' | undefined): Expression {
  const shape = depth <= 0 ? 0 : choices.below(8);
  const inside = (operator: 'and' | 'or' | undefined) => drawWithout(choices, speech, depth - 1, operator);
  if (shape <= 2) return drawAtom(choices, speech);
  if (shape === 7) return { op: 'implies', left: inside(undefined), right: inside(undefined) };
  if (shape === 6) return { op: 'not', operand: inside(undefined) };
  const op = outer === 'and' ? 'or' : outer === 'or' ? 'and' : shape <= 4 ? 'and' : 'or';
  return { op, operands: choices.times(choices.between(2, 3), () => inside(op)) };
}

function drawAtom(choices: Choices, speech: Speech): Expression {
  const special = choices.below(10);
  if (special === 9) {
    const reading = choices.maybe(speech.readings);
    if (reading !== undefined) {
      return { op: 'reading', reading: reading.name, alternative: choices.pick(reading.alternatives).name };
    }
  }
  if (special === 8) {
    const open = choices.maybe(speech.opens);
    if (open !== undefined) return { op: 'open', open };
  }
  if (special >= 6) {
    const term = choices.maybe(speech.terms);
    if (term !== undefined) return term;
  }
  const [path, type] = choices.pick(speech.facts);
  if (type.kind === 'list' || type.kind === 'set') return drawOverList(choices, speech, path, type.of);
  return drawAbout(choices, speech, { op: 'fact', fact: path }, type);
}

/** A condition on one scalar: a fact, or the element of a list. */
function drawAbout(choices: Choices, speech: Speech, left: Expression, type: ScalarType): Expression {
  if (type.kind === 'boolean' && !choices.chance(8)) return choices.chance(30) ? { op: 'not', operand: left } : left;
  if (type.kind !== 'boolean' && choices.chance(25)) {
    const of = drawMembership(choices, speech, type);
    return { op: 'member', operand: left, of, negated: choices.chance(30) };
  }
  const parameter = choices.chance(35)
    ? choices.maybe(speech.parameters.filter((it) => comparable(it.type, type)))
    : undefined;
  if (parameter !== undefined) {
    const right: Expression = { op: 'parameter', parameter: parameter.name };
    return { op: 'compare', comparison: choices.pick(comparisonsOf(type)), left, right };
  }
  const value = drawConstant(choices, type, speech.enumerations);
  const right: Expression = { op: 'value', type, value };
  return { op: 'compare', comparison: choices.pick(tellingComparisons(type, value)), left, right };
}

/** Whether values of two types can be compared: the same kind, and for enumerations the same one. */
function comparable(a: ScalarType, b: ScalarType): boolean {
  if (a.kind === 'enumeration' && b.kind === 'enumeration') return a.enumeration === b.enumeration;
  return a.kind === b.kind;
}

function drawMembership(choices: Choices, speech: Speech, type: ScalarType): Membership {
  const lists = speech.lists.filter((list) => comparable(list.type, type));
  const list = choices.chance(60) ? choices.maybe(lists) : undefined;
  if (list !== undefined) return { kind: 'list', list: list.name };
  return { kind: 'values', values: drawConstants(choices, type, speech.enumerations) };
}

function drawOverList(choices: Choices, speech: Speech, list: string, of: ScalarType): Expression {
  const where = drawWhere(choices, speech, of);
  const shape = choices.below(3);
  if (shape < 2) return { op: shape === 0 ? 'any' : 'all', list, where };
  const counted: Expression = choices.chance(30) ? { op: 'count', list } : { op: 'count', list, where };
  const parameter = choices.chance(20) ? choices.maybe(speech.parameters.filter(isSmallInteger)) : undefined;
  if (parameter !== undefined) {
    const right: Expression = { op: 'parameter', parameter: parameter.name };
    return { op: 'compare', comparison: choices.pick(comparisonsOf(COUNT)), left: counted, right };
  }
  const value = String(choices.between(0, 2));
  const right: Expression = { op: 'value', type: { kind: 'integer' }, value };
  return { op: 'compare', comparison: choices.pick(tellingComparisons(COUNT, value)), left: counted, right };
}

/** What a count is: a number that is never below zero. */
const COUNT: ScalarType = { kind: 'integer', minimum: '0' };

/** A condition on an element; now and then of two parts. */
function drawWhere(choices: Choices, speech: Speech, of: ScalarType): Expression {
  const about = () => drawAbout(choices, speech, { op: 'element' }, of);
  if (!choices.chance(20)) return about();
  const operands = [about(), about()];
  return choices.chance(30)
    ? { op: 'not', operand: { op: 'or', operands } }
    : { op: choices.pick(['and', 'or'] as const), operands };
}

function isSmallInteger({ type, values }: Parameter): boolean {
  return type.kind === 'integer' && values.every(({ value }) => Number(value) <= 2);
}
