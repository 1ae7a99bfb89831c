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
import { translateCells } from './cell-words.ts';
import { checkMap, lookUpColumn, lookUpZone, type MapContext } from './check-map.ts';
import type {
  Change,
  MapDate,
  MapEntry,
  MapText,
  ResolvedMapping,
  Samples,
  ScreenMap,
  Suggestion,
  UnmappedFact,
} from './contract.ts';
import { readInline } from './inline.ts';
import { headingOf } from './likeness.ts';
import { fault, pathText } from './map-faults.ts';
import { parseMap } from './map-file.ts';
import { needsZone } from './stored-types.ts';
import { subjectsOf } from './subjects.ts';
import { cellsOf, suggestAmong } from './suggest.ts';

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
}

/**
 * Settles which columns give which facts: what the command line says goes before the map, the map before what names and
 * labels say. What is merely likely is suggested and not applied.
 * @throws ScreenError `wrong_map`, `unknown_fact`, `no_column`, `fact_mapped_twice`, `unknown_value`, `no_zone` or `nothing_mapped`
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
  const entries: MapEntry[] = [];
  for (const entry of [...said.columns, ...applied.map(({ fact, column }): MapEntry => ({ fact, column }))]) {
    const made = fill(entry, { facts, columns, samples, enumerations, zone });
    mapped.push(made.fact);
    entries.push(made.entry);
    if (Object.keys(made.found).length > 0) changes.push({ kind: 'values', ...nameOf(entry), values: made.found });
    if (made.unread.length > 0) unread.push({ ...nameOf(entry), words: made.unread });
  }
  const asOf = said.asOf === undefined ? undefined : dateOf(said.asOf, columns, zone);
  const likely = suggestions.filter((one) => !applied.includes(one));
  if (mapped.length === 0 && asOf === undefined) throw nothingMapped(columns, likely);

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
    changes,
    map: { ...said, columns: entries, ...(asOf === undefined ? {} : { asOf: withoutStored(asOf) }) },
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
    ...(asOf === undefined ? {} : { asOf }),
    constants: map.constants.filter(({ fact }) => !inlineFacts.has(fact)),
    notMapped: map.notMapped.filter((fact) => !inlineFacts.has(fact)),
  };
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
}

/** Adds to an entry what the column is stored as, the words found in its cells, and its zone. @throws ScreenError `no_zone` */
function fill(entry: MapEntry, { facts, columns, samples, enumerations, zone }: FillContext) {
  const { fact: path, column } = entry;
  const { stored } = lookUpColumn(columns, column, path);
  const fact = facts.get(path);
  if (fact === undefined) throw new RangeError(`no fact ${path}`);
  const cells = translateCells(fact, enumerations, cellsOf(samples, column), entry.values);
  const values = { ...entry.values, ...cells.values };
  const itsZone = zoneOf(entry, stored, fact.type, zone, path);
  const more = {
    ...(Object.keys(values).length === 0 ? {} : { values }),
    ...(itsZone === undefined ? {} : { zone: itsZone }),
  };
  const mapped: MappedFact = { fact: path, column, stored, ...more };
  return { fact: mapped, entry: { fact: path, column, ...more }, found: cells.values, unread: cells.unread };
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
  return new ScreenError('nothing_mapped', 'no column of the input gives a fact of the rulebook', {
    hint: perhaps.length === 0 ? 'say which column gives which fact: fact=column' : `perhaps ${perhaps.join(', ')}`,
    values: { columns: columns.map(({ name }) => name).join(', '), perhaps: perhaps.join(', ') },
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
