import type { TabulatedFact } from '@proviso/logic/tabulate';
import type { ScalarType } from '@proviso/model';
import type { MappedFact } from '../../columns.ts';
import { at, choose, compare, element, isNull, matches, NOTHING, not, text, translate, when } from '../tree/build.ts';
import type { Arm, ElementType, Expression } from '../tree/expression.ts';
import { BOOLEAN_WORDS } from './boolean-words.ts';
import { codeOfDateText } from './date.ts';
import { codeOfMilliseconds, instantOfText } from './instant.ts';
import { acceptedWords } from './named.ts';
import { codeOfExact, codeOfText, type NumberReading } from './number.ts';
import { DATE_PATTERN, INSTANT_PATTERN } from './patterns.ts';
import { datesOf, instantsOf, namedSlots, numberLadder } from './slots.ts';
import { mappedValues, mappedWords } from './words.ts';

/** An element of a list or set, as text. */
export interface ElementOf {
  readonly mapped: MappedFact;
  readonly type: ScalarType;
  readonly lookup: TabulatedFact['lookup'];
  /** Classes of texts that the library read. */
  readonly byLibrary: ReadonlyMap<string, number>;
  /** The trimmed text. */
  readonly element: Expression;
}

/** The class of an element; NULL for what is no value of the type. */
export function classOfText(of: ElementOf): Expression {
  const { mapped, type, lookup, element: trimmed } = of;
  switch (type.kind) {
    case 'boolean':
    case 'enumeration':
    case 'country':
    case 'text': {
      const { words, rest } = acceptedWords(mapped, type, lookup);
      return translate(trimmed, words, { rest, empty: null });
    }
    case 'integer':
    case 'decimal':
    case 'fraction':
      return codeOfText(trimmed, { op: 'exact', of: trimmed }, numberReading(of));
    case 'date':
      return choose(
        [when(isNull(trimmed), NOTHING)],
        codeOfDateText(trimmed, datesOf(lookup), mappedWords(mapped, type, lookup)),
      );
    case 'instant': {
      const words = mappedWords(mapped, type, lookup);
      const byWord = translate(trimmed, words, { rest: null, empty: null });
      const arms = words.size > 0 ? [when(not(isNull(byWord)), byWord)] : [];
      return choose(arms, classOfInstant(trimmed, lookup));
    }
  }
}

/** What tells the elements of a set apart, and the class of a thing so told apart. */
export interface Meaning {
  /** Of an element; NULL for what is no value. */
  readonly body: Expression;
  readonly gives: ElementType;
  /** Of a meaning, which is the element of a list of its own. */
  readonly classOf: Expression;
}

/** What the elements of a set mean. Numbers that only the library reads are refused: nobody here can tell them apart. */
export function meaningOf(of: ElementOf): Meaning {
  const { mapped, type, lookup, element: trimmed } = of;
  const values = [...mappedValues(mapped, type, lookup)];
  const worded = (literal: (value: string) => Expression): readonly Arm[] =>
    values.map(([word, value]) => when(compare(trimmed, '=', text(word)), literal(value)));
  const nothing: Expression = { op: 'null', type: 'text' };
  switch (type.kind) {
    case 'boolean':
    case 'enumeration':
    case 'country':
      return meaningOfNamed(of, values);
    case 'text': {
      const { words, rest } = namedSlots(type, lookup);
      return {
        body: choose(worded(text), trimmed),
        gives: 'text',
        classOf: translate(element, words, { rest, empty: null }),
      };
    }
    case 'integer':
    case 'decimal':
    case 'fraction':
      return {
        body: choose(
          worded((value) => ({ op: 'number', value })),
          { op: 'exact', of: trimmed },
        ),
        gives: 'number',
        classOf: choose([when(isNull(element), NOTHING)], codeOfExact(element, numberReading(of))),
      };
    case 'date':
      return {
        body: choose([...worded(text), when(matches(trimmed, DATE_PATTERN), trimmed)], nothing),
        gives: 'text',
        classOf: choose([when(isNull(element), NOTHING)], codeOfDateText(element, datesOf(lookup), new Map())),
      };
    case 'instant':
      return {
        body: choose([...worded(text), when(matches(trimmed, INSTANT_PATTERN), trimmed)], nothing),
        gives: 'text',
        classOf: classOfInstant(element, lookup),
      };
  }
}

function meaningOfNamed({ type, lookup, element: trimmed }: ElementOf, values: readonly [string, string][]): Meaning {
  const { words } = namedSlots(type, lookup);
  const names = [...words.keys()];
  const own: Iterable<readonly [string, string]> =
    type.kind === 'boolean' ? BOOLEAN_WORDS : names.map((name) => [name, name] as const);
  const places = new Map([...own, ...values].map(([word, value]) => [word, names.indexOf(value)]));
  return {
    body: translate(trimmed, places, { rest: null, empty: null }),
    gives: 'integer',
    classOf: at(element, { kind: 'entry', values: names.map((name) => words.get(name) ?? 0) }),
  };
}

function classOfInstant(trimmed: Expression, lookup: TabulatedFact['lookup']): Expression {
  const milliseconds = instantOfText(trimmed);
  return choose([when(isNull(milliseconds), NOTHING)], codeOfMilliseconds(milliseconds, instantsOf(lookup)));
}

function numberReading({ mapped, type, lookup, byLibrary }: ElementOf): NumberReading {
  return { type, ladder: numberLadder(type, lookup), words: mappedWords(mapped, type, lookup), byLibrary };
}
