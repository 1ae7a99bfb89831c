import {
  type Declarations,
  enumerationsByName,
  type Fact,
  factsByPath,
  nearest,
  readScalar,
  readValue,
  type ValueType,
} from '@proviso/model';
import type { InputColumn } from '../columns.ts';
import { isNamedValue } from './cell-words.ts';
import type { CellWords, Constant, MapDate, MapEntry, ScreenMap } from './contract.ts';
import { fault, type MapPath, mapFault, orOneOf, type ShowPlace } from './map-faults.ts';
import { twice, type WrittenMap } from './map-shape.ts';
import { takesZone } from './stored-types.ts';
import { factsOfTerm } from './terms.ts';
import { readZone } from './zones.ts';

/** What the names in a map are looked up in. */
export interface MapContext {
  /** Id of the rulebook. */
  readonly rulebook: string;
  /** All that the rulebook can refer to, see `allDeclarations`. */
  readonly declarations: Declarations;
  /** The input's columns; names of columns are not looked up when they are not known yet. */
  readonly columns?: readonly InputColumn[];
}

/**
 * Looks up all that a map names and puts its values in canonical form.
 * @throws ScreenError `wrong_map`, `unknown_fact`, `no_column`, `fact_mapped_twice`, `unknown_value` or `no_zone`
 */
export function checkMap(map: WrittenMap, context: MapContext, show: ShowPlace): ScreenMap {
  const checker = new Checker(context, show);
  checker.rulebook(map.rulebook);
  const columns = map.columns.map((entry) => checker.entry(entry));
  const empty = map.empty === undefined ? {} : { empty: checker.emptyWords(map.empty, ['empty']) };
  const asOf = map.asOf === undefined ? {} : { asOf: checker.date(map.asOf) };
  const constants = map.constants.map(({ fact, value }) => checker.constant(fact, value));
  const seen = new Set<string>();
  for (const { fact } of columns) {
    if (seen.has(fact)) throw twice(fact, show(['columns', fact]));
    seen.add(fact);
  }
  for (const { fact } of constants) {
    if (seen.has(fact)) throw twice(fact, show(['constants', fact]));
    seen.add(fact);
  }
  for (const [index, fact] of map.notMapped.entries()) checker.notMapped(fact, index, seen);
  const schema = map.schema === undefined ? {} : { schema: map.schema };
  return { ...schema, rulebook: map.rulebook, columns, ...empty, ...asOf, constants, notMapped: [...map.notMapped] };
}

/** Looks up a fact. @throws ScreenError `unknown_fact` with the nearest fact, or the facts of a term */
export function lookUpFact(declarations: Declarations, path: string, where: string): Fact {
  const facts = factsByPath(declarations);
  const fact = facts.get(path);
  if (fact !== undefined) return fact;
  const term = declarations.terms.find((candidate) => candidate.name === path);
  if (term !== undefined) {
    const from = factsOfTerm(declarations, term);
    throw fault('unknown_fact', `${path} is a defined term: it is computed, so no column can give it`, {
      where,
      hint: from.length === 0 ? undefined : `map the facts it is computed from: ${from.join(', ')}`,
      values: { fact: path, term: path, facts: from.join(', ') },
    });
  }
  const names = [...facts.keys()];
  const near = path.length > 100 ? undefined : nearest(path, names);
  throw fault('unknown_fact', `there is no fact ${path === '' ? '""' : path}`, {
    where,
    hint: orOneOf(near, 'facts', names),
    values: { fact: path, ...(near === undefined ? {} : { near }) },
  });
}

/** Looks up a column. @throws ScreenError `no_column` with the nearest column */
export function lookUpColumn(columns: readonly InputColumn[], name: string, where: string): InputColumn {
  const column = columns.find((candidate) => candidate.name === name);
  if (column !== undefined) return column;
  const names = columns.map((candidate) => candidate.name);
  const near = name.length > 100 ? undefined : nearest(name, names);
  throw fault('no_column', `the input has no column ${JSON.stringify(name)}`, {
    where,
    hint: orOneOf(near, 'columns', names),
    values: { column: name, ...(near === undefined ? {} : { near }) },
  });
}

/** Looks up a time zone. @throws ScreenError `no_zone` with the nearest zone */
export function lookUpZone(name: string, where: string): string {
  const read = readZone(name);
  if (read.ok) return read.zone;
  throw fault('no_zone', `there is no time zone ${JSON.stringify(name)}`, {
    where,
    hint: read.near === undefined ? 'an IANA name such as America/New_York' : `did you mean ${read.near}?`,
    values: { zone: name, ...(read.near === undefined ? {} : { near: read.near }) },
  });
}

/** The error for a word that is to mean an empty cell, but is a value. */
export function emptyWordIsValue(word: string, fact: string, where: string) {
  return mapFault('empty_word_is_value', `${JSON.stringify(word)} is a value of ${fact}`, {
    where,
    hint: 'a value cannot mean an empty cell; leave it out, or name the words column by column',
    values: { word, fact },
  });
}

class Checker {
  readonly #context: MapContext;
  readonly #show: ShowPlace;

  constructor(context: MapContext, show: ShowPlace) {
    this.#context = context;
    this.#show = show;
  }

  rulebook(id: string): void {
    const { rulebook } = this.#context;
    if (id === rulebook) return;
    throw mapFault('other_rulebook', `the map is for the rulebook ${id}, not for ${rulebook}`, {
      where: this.#show(['rulebook']),
      hint: 'use a map that was made for this rulebook',
      values: { rulebook, other: id },
    });
  }

  entry({ fact: path, column, values, empty, zone }: WrittenMap['columns'][number]): MapEntry {
    const at = ['columns', path];
    const fact = this.#fact(path, at);
    this.#column(column, at);
    return {
      fact: path,
      column,
      ...(values === undefined ? {} : { values: this.#words(path, fact.type, values) }),
      ...(empty === undefined
        ? {}
        : { empty: this.#emptyWordsOf(path, fact.type, { empty, values }, [...at, 'empty']) }),
      ...(zone === undefined ? {} : { zone: this.#zone(zone, fact.type, [...at, 'zone']) }),
    };
  }

  /** Words that mean an empty cell, without blanks at their ends, none of them twice. */
  emptyWords(words: readonly string[], at: MapPath): readonly string[] {
    const read: string[] = [];
    for (const [index, written] of words.entries()) {
      const word = written.trim();
      if (word === '' || read.includes(word)) {
        throw mapFault('repeated_word', word === '' ? 'an empty cell needs no word' : `${word} is given twice`, {
          where: this.#show([...at, String(index + 1)]),
          hint: word === '' ? 'leave it out: empty cells are unknown' : 'give it once; blanks at its ends do not count',
          values: { word },
        });
      }
      read.push(word);
    }
    return read;
  }

  date({ column, zone }: NonNullable<WrittenMap['asOf']>): MapDate {
    this.#column(column, ['as_of']);
    return zone === undefined ? { column } : { column, zone: lookUpZone(zone, this.#show(['as_of', 'zone'])) };
  }

  constant(path: string, raw: unknown): Constant {
    const at = ['constants', path];
    const { type } = this.#fact(path, at);
    const read = readValue(type, raw, enumerationsByName(this.#context.declarations));
    if (read.ok) return { fact: path, value: read.value };
    throw fault('unknown_value', `${path}: ${read.problem}`, {
      where: this.#show(at),
      hint: read.expected,
      values: { fact: path, value: JSON.stringify(raw), expected: read.expected, expectedZh: read.zh.expected },
    });
  }

  notMapped(fact: string, index: number, mapped: ReadonlySet<string>): void {
    const where = this.#show(['not_mapped', String(index + 1)]);
    lookUpFact(this.#context.declarations, fact, where);
    if (!mapped.has(fact)) return;
    throw mapFault('both_mapped_and_not', `${fact} is mapped, and is among the facts that are not`, {
      where,
      hint: 'say one of the two',
      values: { fact },
    });
  }

  #emptyWordsOf(
    path: string,
    type: ValueType,
    { empty, values = {} }: { empty: readonly string[]; values: Readonly<Record<string, unknown>> | undefined },
    at: MapPath,
  ): readonly string[] {
    const read = this.emptyWords(empty, at);
    const named = new Set(Object.keys(values).map((word) => word.trim()));
    const enumerations = enumerationsByName(this.#context.declarations);
    for (const [index, word] of read.entries())
      if (named.has(word) || isNamedValue(type, word, enumerations))
        throw emptyWordIsValue(word, path, this.#show([...at, String(index + 1)]));
    return read;
  }

  #fact(path: string, at: MapPath): Fact {
    return lookUpFact(this.#context.declarations, path, this.#show(at));
  }

  #column(name: string, at: MapPath): void {
    const { columns } = this.#context;
    if (columns !== undefined) lookUpColumn(columns, name, this.#show(at));
  }

  #zone(name: string, type: ValueType, at: MapPath): string {
    const where = this.#show(at);
    if (takesZone(type)) return lookUpZone(name, where);
    throw mapFault('zone_without_time', 'a zone is given for a fact that is no date and no instant', {
      where,
      hint: 'leave the zone out',
    });
  }

  #words(path: string, type: ValueType, words: Readonly<Record<string, unknown>>): CellWords {
    const read = new Map<string, string>();
    for (const [word, raw] of Object.entries(words)) {
      const where = this.#show(['columns', path, 'values', word]);
      const cell = word.trim();
      if (cell === '' || read.has(cell)) {
        throw mapFault('repeated_word', cell === '' ? 'an empty cell has no value' : `${cell} is given twice`, {
          where,
          hint: cell === '' ? 'leave it out: empty cells are unknown' : 'give it once; blanks at its ends do not count',
          values: { word },
        });
      }
      read.set(cell, this.#value(path, type, word, raw, where));
    }
    return Object.fromEntries(read);
  }

  #value(path: string, type: ValueType, word: string, raw: unknown, where: string): string {
    const scalar = type.kind === 'list' || type.kind === 'set' ? type.of : type;
    const read = readScalar(scalar, raw, enumerationsByName(this.#context.declarations));
    if (read.ok) return String(read.value);
    const value = typeof raw === 'string' ? raw : JSON.stringify(raw);
    throw fault(
      'unknown_value',
      `${JSON.stringify(word)} is to stand for ${JSON.stringify(raw)}, which is no value of ${path}`,
      {
        where,
        hint: read.expected,
        values: { fact: path, word, value, expected: read.expected, expectedZh: read.zh.expected },
      },
    );
  }
}
