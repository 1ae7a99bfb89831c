import type { Comparison, Expression, ScalarType, ScalarValue } from '@proviso/model';
import { scalar, WIDTH } from './lines.ts';
import { inside, type PrintScope } from './scope.ts';

const IMPLIES = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARED = 5;
const BARE = 6;

/** Words that belong to a comparison after `is`, so that a value of that name stands in parentheses. */
const COMPARISON_WORDS: ReadonlySet<string> = new Set(['more', 'less', 'at', 'before', 'after', 'on', 'not', 'in']);

/** A condition on one line. */
export function expression(node: Expression, scope: PrintScope): string {
  return written(node, IMPLIES, scope);
}

/** `  when CONDITION`, broken before its topmost `and` or `or` when it does not fit; these end below the keyword. */
export function conditionClause(keyword: string, node: Expression, scope: PrintScope): string {
  const line = `  ${keyword} ${expression(node, scope)}`;
  if (line.length <= WIDTH) return line;
  return `  ${keyword} ${broken(node, 3 + keyword.length, scope)}`;
}

/** A condition over several lines, the first of which begins at a column. */
function broken(node: Expression, column: number, scope: PrintScope): string {
  if (column + expression(node, scope).length <= WIDTH) return expression(node, scope);
  if (node.op !== 'and' && node.op !== 'or') return expression(node, scope);
  const level = node.op === 'and' ? AND : OR;
  const lead = ' '.repeat(Math.max(2, column - node.op.length - 1));
  return node.operands
    .map((operand) => {
      const inner = written(operand, level + 1, scope);
      if (column + inner.length <= WIDTH || (operand.op !== 'and' && operand.op !== 'or')) return inner;
      return inner.startsWith('(') ? `(${broken(operand, column + 1, scope)})` : broken(operand, column + 4, scope);
    })
    .join(`\n${lead}${node.op} `);
}

/** The expression, in parentheses when it binds less than what surrounds it asks for. */
function written(node: Expression, level: number, scope: PrintScope): string {
  const [text, binds] = bare(node, scope);
  return binds < level ? `(${text})` : text;
}

function bare(node: Expression, scope: PrintScope): readonly [string, number] {
  switch (node.op) {
    case 'value':
      return [scalar(node.value, node.type), BARE];
    case 'fact':
      return [node.fact, BARE];
    case 'term':
      return [node.party === undefined ? node.term : `${node.term}(${node.party})`, BARE];
    case 'parameter':
      return [node.parameter, BARE];
    case 'open':
      return [node.open, BARE];
    case 'element':
      return ['it', BARE];
    case 'reading':
      return [`${node.reading} is ${afterIs(node.alternative)}`, COMPARED];
    case 'not':
      if (node.operand.op === 'reading')
        return [`${node.operand.reading} is not ${afterIs(node.operand.alternative)}`, COMPARED];
      return [`not ${written(node.operand, NOT, scope)}`, NOT];
    case 'and':
      return [node.operands.map((operand) => written(operand, AND + 1, scope)).join(' and '), AND];
    case 'or':
      return [node.operands.map((operand) => written(operand, OR + 1, scope)).join(' or '), OR];
    case 'implies':
      return [`${written(node.left, IMPLIES + 1, scope)} implies ${written(node.right, IMPLIES, scope)}`, IMPLIES];
    case 'compare':
      return [comparison(node.comparison, node.left, node.right, scope), COMPARED];
    case 'member': {
      const { of } = node;
      const values =
        of.kind === 'list'
          ? of.list
          : `(${of.values.map((value) => constant(value, scope.typeOf(node.operand))).join(', ')})`;
      return [`${side(node.operand, scope)} is ${node.negated ? 'not ' : ''}in ${values}`, COMPARED];
    }
    case 'any':
    case 'all':
      return [`${node.op} of ${node.list} where ${written(node.where, NOT, inside(node.list, scope))}`, COMPARED];
    case 'count': {
      const counting = `count of ${node.list}`;
      if (node.where === undefined) return [counting, BARE];
      return [`${counting} where ${counted(node.where, inside(node.list, scope))}`, BARE];
    }
  }
}

/**
 * What is counted: a comparison, or anything in parentheses, so that the comparison of the count is not taken for its own.
 */
function counted(where: Expression, scope: PrintScope): string {
  const plain = where.op === 'not' ? where.operand : where;
  const isComparison = plain.op === 'compare' || plain.op === 'member' || plain.op === 'reading';
  const opens = isComparison && expression(plain, scope).startsWith('(');
  return isComparison && !opens ? written(where, NOT, scope) : `(${expression(where, scope)})`;
}

/** One side of a comparison. */
function side(node: Expression, scope: PrintScope): string {
  return written(node, BARE, scope);
}

function afterIs(word: string): string {
  return COMPARISON_WORDS.has(word) ? `(${word})` : word;
}

const IN_WORDS: Readonly<Partial<Record<Comparison, string>>> = {
  '<': 'is before',
  '>': 'is after',
  '<=': 'is on or before',
  '>=': 'is on or after',
};

function comparison(sign: Comparison, left: Expression, right: Expression, scope: PrintScope): string {
  const constants = [left, right].filter((node) => node.op === 'value');
  const isTime = constants.some(({ type }) => type.kind === 'date' || type.kind === 'instant');
  const isNumber = constants.some(({ type }) => ['integer', 'decimal', 'fraction'].includes(type.kind));
  const inWords = isTime ? IN_WORDS[sign] : undefined;
  if (inWords !== undefined) return `${side(left, scope)} ${inWords} ${side(right, scope)}`;
  if (sign === '=' && !isNumber) return `${side(left, scope)} is ${afterIs(side(right, scope))}`;
  return sign === '!='
    ? `${side(left, scope)} is not ${afterIs(side(right, scope))}`
    : `${side(left, scope)} ${sign} ${side(right, scope)}`;
}

function constant(value: ScalarValue, type: ScalarType | undefined): string {
  return scalar(value, type ?? { kind: 'country' });
}
