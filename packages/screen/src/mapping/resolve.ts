import {
  type Declarations,
  type Enumeration,
  enumerationsByName,
  type Fact,
  factsByPath,
  type ValueType,
} from '@proviso/model';
import type { ColumnMapping, InputColumn, MappedDate, MappedFact } from '../columns.ts';
import { ScreenError } from '../errors.ts';
import { isNamedValue, translateCells } from './cell-words.ts';
import { checkMap, emptyWordIsValue, lookUpColumn, lookUpZone, type MapContext } from './check-map.ts';
import type {
  Change,
  EmptyWords,
  MapDate,
  MapEntry,
  MapText,
  ResolvedMapping,
  Samples,
  ScreenMap,
  Suggestion,
  UnmappedFact,
} from './contract.ts';
import { likelyEmptyWords } from './empty-words.ts';
import { readInline, readInlineEmpty } from './inline.ts';
import { headingOf } from './likeness.ts';
import { fault, pathText } from './map-faults.ts';
import { parseMap } from './map-file.ts';
import { needsZone } from './stored-types.ts';
import { subjectsOf } from './subjects.ts';
import { cellsOf, suggestAmong } from './suggest.ts';

/** A message names so many columns at most. */
const MOST_NAMED = 40;

/** What a mapping is made from. */
export interface MappingOptions {
  /** Id of the rulebook. */
  readonly rulebook: string;
  /** All that the rulebook can refer to, see `allDeclarations`. */
  readonly declarations: Declarations;
  readonly columns: readonly InputColumn[];
  /** A map file, or what was read from one. */
  readonly map?: MapText | ScreenMap;
  /** `fact=column` entries, which go before the map. */
  readonly inline?: readonly string[];
  /** The column of each row's own date, which goes before the map's. */
  readonly asOf?: MapDate;
  /** The zone of columns that need one and have none of their own. */
  readonly zone?: string;
  readonly samples?: Samples;
  /** Nothing mapped is an answer, not an error: for looking at an input before anybody has said which column gives what. */
  readonly mayMapNothing?: boolean;
}

/**
 * Settles which columns give which facts: what the command line says goes before the map, the map before what names and
 * labels say. What is merely likely is suggested and not applied.
 * @throws ScreenError `wrong_map`, `unknown_fact`, `no_column`, `fact_mapped_twice`, `unknown_value`, `no_zone`, or `nothing_mapped`
 * unless {@link MappingOptions.mayMapNothing}
 */
export function resolveMapping(options: MappingOptions): ResolvedMapping {
  const { declarations, columns, samples = {} } = options;
  const enumerations = enumerationsByName(declarations);
  const said = whatIsSaid(options);
  const taken = new Set([...said.columns.map(({ column }) => column), ...(said.asOf ? [said.asOf.column] : [])]);
  const settled = new Set([...said.columns, ...said.constants].map(({ fact }) => fact).concat(said.notMapped));
  const { suggestions, open } = suggestAmong(
    declarations,
    subjectsOf(declarations).filter(({ path }) => !settled.has(path)),
    columns.filter(({ name }) => !taken.has(name)).map((column) => headingOf(column, cellsOf(samples, column.name))),
  );
  const zone = options.zone === undefined ? undefined : lookUpZone(options.zone, options.zone);
  const facts = factsByPath(declarations);
  const applied = suggestions.filter((one) => isApplied(one, facts.get(one.fact), zone));

  const mapped: MappedFact[] = [];
  const changes: Change[] = applied.map(({ fact, column, why }) => ({ kind: 'column', fact, column, why }));
  const unread: ResolvedMapping['unread'][number][] = [];
  const emptyWords: EmptyWords[] = [];
  const entries: MapEntry[] = [];
  const inlineEmpty = readInlineEmpty(toldBeside(options.map), options);
  const general = [...new Set([...(said.empty ?? []), ...inlineEmpty.general])];
  for (const entry of [...said.columns, ...applied.map(({ fact, column }): MapEntry => ({ fact, column }))]) {
    const own = [...(entry.empty ?? []), ...inlineEmpty.take(entry.fact)];
    const given = own.length === 0 ? entry : { ...entry, empty: [...new Set(own)] };
    const made = fill(given, { facts, columns, samples, enumerations, zone, general });
    mapped.push(made.fact);
    entries.push(made.entry);
    if (Object.keys(made.found).length > 0) changes.push({ kind: 'values', ...nameOf(entry), values: made.found });
    if (made.emptyWords.length > 0) emptyWords.push({ ...nameOf(entry), words: made.emptyWords });
    if (made.unread.length > 0) unread.push({ ...nameOf(entry), words: made.unread });
  }
  inlineEmpty.refuseRest();
  const asOf = said.asOf === undefined ? undefined : dateOf(said.asOf, columns, zone);
  const likely = suggestions.filter((one) => !applied.includes(one));
  if (mapped.length === 0 && asOf === undefined && options.mayMapNothing !== true) throw nothingMapped(columns, likely);

  const order = [...facts.keys()];
  const used = new Set([...mapped.map(({ column }) => column), ...(asOf ? [asOf.column] : [])]);
  const mapping: ColumnMapping = {
    facts: mapped.toSorted((a, b) => order.indexOf(a.fact) - order.indexOf(b.fact)),
    ...(asOf === undefined ? {} : { asOf }),
  };
  return {
    mapping,
    constants: Object.fromEntries(said.constants.map(({ fact, value }) => [fact, value])),
    unmappedFacts: unmappedFacts(facts, mapping, said),
    unmappedColumns: columns.map(({ name }) => name).filter((name) => !used.has(name)),
    applied,
    suggestions: likely,
    open,
    unread,
    emptyWords,
    changes,
    map: {
      ...said,
      columns: entries,
      ...(general.length === 0 ? {} : { empty: general }),
      ...(asOf === undefined ? {} : { asOf: withoutStored(asOf) }),
    },
  };
}

/** The map with what the command line says put in. */
function whatIsSaid(options: MappingOptions): ScreenMap {
  const context: MapContext = options;
  const map = readMap(options.map, context);
  const inline = readInline(options.inline ?? [], context, options.columns);
  const inlineFacts = new Set(inline.map(({ fact }) => fact));
  const kept = map.columns.map((entry) => {
    const instead = inline.find(({ fact }) => fact === entry.fact);
    return instead === undefined || instead.column === entry.column ? entry : instead;
  });
  const added = inline.filter(({ fact }) => !map.columns.some((entry) => entry.fact === fact));
  const asOf = options.asOf ?? map.asOf;
  return {
    ...(map.schema === undefined ? {} : { schema: map.schema }),
    rulebook: map.rulebook,
    columns: [...kept, ...added],
    ...(map.empty === undefined ? {} : { empty: map.empty }),
    ...(asOf === undefined ? {} : { asOf }),
    constants: map.constants.filter(({ fact }) => !inlineFacts.has(fact)),
    notMapped: map.notMapped.filter((fact) => !inlineFacts.has(fact)),
  };
}

function toldBeside(map: MappingOptions['map']): readonly string[] {
  return map !== undefined && 'text' in map ? (map.empty ?? []) : [];
}

function readMap(map: MappingOptions['map'], context: MapContext): ScreenMap {
  if (map === undefined) return { rulebook: context.rulebook, columns: [], constants: [], notMapped: [] };
  return 'text' in map ? parseMap(map, context) : checkMap(map, context, pathText);
}

/**
 * Whether a suggestion is applied without being asked. A fact that decides nothing is not worth stopping for a zone.
 */
function isApplied({ confidence, stored }: Suggestion, fact: Fact | undefined, zone: string | undefined): boolean {
  if (confidence === 'likely') return false;
  return zone !== undefined || fact?.decidesNothing !== true || !needsZone(stored, fact.type);
}

interface FillContext {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly columns: readonly InputColumn[];
  readonly samples: Samples;
  readonly enumerations: ReadonlyMap<string, Enumeration>;
  readonly zone: string | undefined;
  /** Words that mean an empty cell in every column of texts. */
  readonly general: readonly string[];
}

/**
 * Adds to an entry what the column is stored as, the words found in its cells, and its zone.
 * @throws ScreenError `no_zone`, or `wrong_map` for a word that means an empty cell in every column, but is a value here
 */
function fill(entry: MapEntry, { facts, columns, samples, enumerations, zone, general }: FillContext) {
  const { fact: path, column } = entry;
  const { stored } = lookUpColumn(columns, column, path);
  const fact = facts.get(path);
  if (fact === undefined) throw new RangeError(`no fact ${path}`);
  const seen = cellsOf(samples, column);
  const empty = emptyIn(entry, stored === 'text' ? general : [], (word) => {
    if (isNamedValue(fact.type, word, enumerations)) throw emptyWordIsValue(word, path, `empty, ${path}`);
  });
  const cells = translateCells(fact, enumerations, seen, entry.values, empty);
  const values = { ...entry.values, ...cells.values };
  const itsZone = zoneOf(entry, stored, fact.type, zone, path);
  const worded = Object.keys(values).length === 0 ? {} : { values };
  const zoned = itsZone === undefined ? {} : { zone: itsZone };
  const own = entry.empty === undefined ? {} : { empty: entry.empty };
  const mapped: MappedFact = {
    fact: path,
    column,
    stored,
    ...worded,
    ...(empty.length === 0 ? {} : { empty }),
    ...zoned,
  };
  return {
    fact: mapped,
    entry: { fact: path, column, ...worded, ...own, ...zoned },
    found: cells.values,
    unread: cells.unread,
    emptyWords: stored === 'text' ? likelyEmptyWords({ fact, cells: seen, values, empty }, enumerations) : [],
  };
}

/** The words that mean an empty cell in the column of an entry: its own, and the general ones that it gives no other meaning. */
function emptyIn(
  { values = {}, empty = [] }: MapEntry,
  general: readonly string[],
  check: (word: string) => void,
): readonly string[] {
  const more = general.filter((word) => !empty.includes(word) && !Object.hasOwn(values, word));
  for (const word of more) check(word);
  return [...empty, ...more];
}

function dateOf(asOf: MapDate, columns: readonly InputColumn[], zone: string | undefined): MappedDate {
  const { column } = asOf;
  const { stored } = lookUpColumn(columns, column, 'as_of');
  const own = asOf.zone === undefined ? asOf : { column, zone: lookUpZone(asOf.zone, 'as_of') };
  const itsZone = zoneOf(own, stored, undefined, zone, 'as_of');
  return { column, stored, ...(itsZone === undefined ? {} : { zone: itsZone }) };
}

function zoneOf(
  entry: MapDate,
  stored: InputColumn['stored'],
  type: ValueType | undefined,
  zone: string | undefined,
  name: string,
): string | undefined {
  if (entry.zone !== undefined || !needsZone(stored, type)) return entry.zone;
  if (zone !== undefined) return zone;
  const what = stored === 'timestamp' ? 'clock times without a zone' : 'instants, whose day depends on the zone';
  throw fault('no_zone', `the column ${JSON.stringify(entry.column)} holds ${what}`, {
    where: name,
    hint: 'name the zone, such as America/New_York',
    values: { column: entry.column, fact: name },
  });
}

function nothingMapped(columns: readonly InputColumn[], likely: readonly Suggestion[]): ScreenError {
  const perhaps = likely.map(({ fact, column }) => `${fact}=${column}`);
  const names = columns.map(({ name }) => name);
  const shown = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), '...'] : names;
  const told = shown.length === 0 ? '' : `: its columns are ${shown.join(', ')}`;
  return new ScreenError('nothing_mapped', `no column of the input gives a fact of the rulebook${told}`, {
    hint: perhaps.length === 0 ? 'say which column gives which fact: fact=column' : `perhaps ${perhaps.join(', ')}`,
    values: { columns: shown.join(', '), perhaps: perhaps.join(', ') },
  });
}

function unmappedFacts(
  facts: ReadonlyMap<string, Fact>,
  mapping: ColumnMapping,
  { constants, notMapped }: ScreenMap,
): readonly UnmappedFact[] {
  const given = new Set([...mapping.facts, ...constants].map(({ fact }) => fact));
  return [...facts]
    .filter(([path]) => !given.has(path))
    .map(([path, fact]) => ({
      fact: path,
      needed: fact.decidesNothing !== true,
      intended: notMapped.includes(path),
    }));
}

function nameOf({ fact, column }: MapEntry): { readonly fact: string; readonly column: string } {
  return { fact, column };
}

function withoutStored({ column, zone }: MappedDate): MapDate {
  return { column, ...(zone === undefined ? {} : { zone }) };
}
