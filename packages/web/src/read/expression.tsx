import type { Declarations, Expression, ScalarType, ScalarValue } from '@proviso/model';
import { textIn } from '@proviso/model';
import { Fragment, type ReactNode } from 'react';
import { showScalar } from '../ask/shown.ts';
import { useWords, type Words } from '../i18n/words.tsx';
import type { ReadableBook } from './library.ts';
import { Name } from './name.tsx';

interface Surroundings {
  readonly book: ReadableBook;
  readonly declarations: Declarations;
  readonly words: Words;
}

/** A condition as it is read aloud; alternatives and requirements at the top stand in lines of their own. */
export function Condition(props: {
  readonly expression: Expression;
  readonly book: ReadableBook;
  readonly declarations: Declarations;
}) {
  const words = useWords();
  const around = { book: props.book, declarations: props.declarations, words };
  const { expression } = props;
  if (expression.op !== 'and' && expression.op !== 'or')
    return <p className="condition">{shown(expression, around)}</p>;
  const word = words.say(`read.${expression.op}`);
  return (
    <ul className="condition">
      {expression.operands.map((operand, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a condition do not move.
        <li key={index}>
          {index > 0 && <Word>{word}</Word>} {shown(operand, around, true)}
        </li>
      ))}
    </ul>
  );
}

function Word({ children }: { readonly children: ReactNode }) {
  return <span className="word">{children}</span>;
}

function shown(expression: Expression, around: Surroundings, nested = false): ReactNode {
  const { book, words } = around;
  const { say } = words;
  switch (expression.op) {
    case 'value':
      return expression.value === true ? (
        <Word>{say('read.always')}</Word>
      ) : (
        valueIn(expression.type, expression.value, around)
      );
    case 'fact':
      return <Name name={expression.fact} book={book} />;
    case 'term':
      return (
        <>
          <Name name={expression.term} book={book} />
          {expression.party !== undefined && ` (${expression.party})`}
        </>
      );
    case 'parameter':
      return <Name name={expression.parameter} book={book} />;
    case 'open':
      return <Name name={expression.open} book={book} />;
    case 'element':
      return <Word>{say('read.it')}</Word>;
    case 'reading': {
      const reading = around.declarations.readings.find(({ name }) => name === expression.reading);
      const alternative = reading?.alternatives.find(({ name }) => name === expression.alternative);
      return (
        <>
          <Name name={expression.reading} book={book} plain /> <Word>{say('read.is')}</Word>{' '}
          <q>{textIn(alternative?.label, words.language) || expression.alternative}</q>
        </>
      );
    }
    case 'not':
      return (
        <>
          <Word>{say('read.not')}</Word> {shown(expression.operand, around, true)}
        </>
      );
    case 'and':
    case 'or': {
      const inner = expression.operands.map((operand, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a condition do not move.
        <Fragment key={index}>
          {index > 0 && (
            <>
              {' '}
              <Word>{say(`read.${expression.op}`)}</Word>{' '}
            </>
          )}
          {shown(operand, around, true)}
        </Fragment>
      ));
      return nested ? <>({inner})</> : inner;
    }
    case 'implies':
      return (
        <>
          {shown(expression.left, around, true)} <Word>{say('read.implies')}</Word>{' '}
          {shown(expression.right, around, true)}
        </>
      );
    case 'compare':
      return comparison(expression, around);
    case 'member':
      return (
        <>
          {shown(expression.operand, around, true)} <Word>{say(expression.negated ? 'read.notIn' : 'read.in')}</Word>{' '}
          {expression.of.kind === 'list' ? (
            <Name name={expression.of.list} book={book} />
          ) : (
            words.alternatives(expression.of.values.map((value) => textOf(value, expression.operand, around)))
          )}
        </>
      );
    case 'any':
    case 'all':
      return (
        <>
          <Word>{say(`read.${expression.op}`, { list: labelOf(expression.list, around) })}</Word>{' '}
          {shown(expression.where, around, true)}
        </>
      );
    case 'count':
      return (
        <>
          <Word>{say('read.count', { list: labelOf(expression.list, around) })}</Word>
          {expression.where !== undefined && <> ({shown(expression.where, around, true)})</>}
        </>
      );
  }
}

function comparison(expression: Extract<Expression, { op: 'compare' }>, around: Surroundings): ReactNode {
  const { say } = around.words;
  const { left, right, comparison: sign } = expression;
  const word = sign === '=' ? say('read.is') : sign === '!=' ? say('read.isNot') : SIGNS[sign];
  return (
    <>
      {shown(left, around, true)} <Word>{word}</Word>{' '}
      {right.op === 'value' ? textOf(right.value, left, around) : shown(right, around, true)}
    </>
  );
}

const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

function labelOf(name: string, { book, words }: Surroundings): string {
  return textIn(book.definition(name)?.label, words.language) || name;
}

/** A value in the words of the fact that it is compared with. */
function textOf(value: ScalarValue, of: Expression, around: Surroundings): string {
  const fact = of.op === 'fact' ? around.declarations.facts.find(({ name }) => name === of.fact) : undefined;
  const type = fact?.type;
  if (type === undefined || type.kind === 'list' || type.kind === 'set') return String(value);
  return valueIn(type, value, around);
}

function valueIn(type: ScalarType, value: ScalarValue, { declarations, words }: Surroundings): string {
  const values =
    type.kind === 'enumeration'
      ? declarations.enumerations.find(({ name }) => name === type.enumeration)?.values
      : undefined;
  return showScalar({ type, ...(values === undefined ? {} : { values }) }, value, words);
}
