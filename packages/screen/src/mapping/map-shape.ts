import { nearest } from '@proviso/model';
import { fault, type MapPath, mapFault, orOneOf, type ShowPlace } from './map-faults.ts';
import { type JsonMember, type JsonNode, plainValue } from './read-json.ts';

/** A map as it is written: of the right shape, but nothing of it looked up yet. */
export interface WrittenMap {
  readonly schema?: string;
  readonly rulebook: string;
  readonly columns: readonly WrittenEntry[];
  readonly empty?: readonly string[];
  readonly asOf?: { readonly column: string; readonly zone?: string };
  readonly constants: readonly { readonly fact: string; readonly value: unknown }[];
  readonly notMapped: readonly string[];
}
/** An entry of a map as it is written. */
export interface WrittenEntry {
  readonly fact: string;
  readonly column: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly empty?: readonly string[];
  readonly zone?: string;
}

const MEMBERS = ['$schema', 'rulebook', 'columns', 'empty', 'as_of', 'constants', 'not_mapped'];

/** Reads the shape of a map file. @throws ScreenError `wrong_map`, or `fact_mapped_twice` for a fact that has two entries */
export function readShape(root: JsonNode, show: ShowPlace): WrittenMap {
  const members = objectOf(root, [], show, MEMBERS);
  const rulebook = members.get('rulebook');
  if (rulebook === undefined) {
    throw mapFault('missing_member', 'the map does not say for which rulebook it is', {
      where: show([]),
      hint: 'begin with {"rulebook": "...", "columns": {...}}',
      values: { member: 'rulebook' },
    });
  }
  const schema = members.get('$schema');
  const empty = members.get('empty');
  const asOf = members.get('as_of');
  return {
    ...(schema === undefined ? {} : { schema: textOf(schema, ['$schema'], show) }),
    rulebook: textOf(rulebook, ['rulebook'], show),
    columns: factMembers(members.get('columns'), 'columns', show).map((member) => entryOf(member, show)),
    ...(empty === undefined ? {} : { empty: wordList(empty, ['empty'], show) }),
    ...(asOf === undefined ? {} : { asOf: placeOf(asOf, ['as_of'], show, ['column', 'zone']) }),
    constants: factMembers(members.get('constants'), 'constants', show).map(({ name, value }) => ({
      fact: name,
      value: plainValue(value),
    })),
    notMapped: factList(members.get('not_mapped'), show),
  };
}

function entryOf({ name, value }: JsonMember, show: ShowPlace): WrittenEntry {
  const path = ['columns', name];
  const place = placeOf(value, path, show, ['column', 'values', 'empty', 'zone']);
  const member = (wanted: string) =>
    value.kind === 'object' ? value.members.find((candidate) => candidate.name === wanted)?.value : undefined;
  const values = member('values');
  const empty = member('empty');
  const words = values === undefined ? [] : [...objectOf(values, [...path, 'values'], show)];
  const read = words.map(([word, node]) => [word, scalarOf(node, [...path, 'values', word], show)] as const);
  return {
    fact: name,
    ...place,
    ...(values === undefined ? {} : { values: Object.fromEntries(read) }),
    ...(empty === undefined ? {} : { empty: wordList(empty, [...path, 'empty'], show) }),
  };
}

function placeOf(
  node: JsonNode,
  path: MapPath,
  show: ShowPlace,
  known: readonly string[],
): { readonly column: string; readonly zone?: string } {
  if (node.kind === 'text') return { column: node.value };
  if (node.kind !== 'object') throw wrongKind(path, show, 'the name of a column, or {"column": "..."}');
  const members = objectOf(node, path, show, known);
  const column = members.get('column');
  if (column === undefined) {
    throw mapFault('missing_member', 'the entry names no column', {
      where: show(path),
      hint: 'write {"column": "..."}',
      values: { member: 'column' },
    });
  }
  const zone = members.get('zone');
  return {
    column: textOf(column, [...path, 'column'], show),
    ...(zone === undefined ? {} : { zone: textOf(zone, [...path, 'zone'], show) }),
  };
}

/** The members of an object by name, none of them twice, and of the names known if these are given. */
function objectOf(
  node: JsonNode,
  path: MapPath,
  show: ShowPlace,
  known?: readonly string[],
): ReadonlyMap<string, JsonNode> {
  if (node.kind !== 'object') throw wrongKind(path, show, 'an object: {...}');
  const found = new Map<string, JsonNode>();
  for (const { name, value } of node.members) {
    const where = show([...path, name]);
    if (known !== undefined && !known.includes(name)) {
      const near = nearestOf(name, known);
      throw mapFault('unknown_member', `there is no member ${JSON.stringify(name)} here`, {
        where,
        hint: orOneOf(near, 'members', known),
        values: { member: name, ...(near === undefined ? {} : { near }) },
      });
    }
    if (found.has(name)) {
      throw mapFault('repeated_member', `${JSON.stringify(name)} is given twice`, {
        where,
        hint: 'give it once',
        values: { member: name },
      });
    }
    found.set(name, value);
  }
  return found;
}

/** The members of an object that are named by facts. */
function factMembers(node: JsonNode | undefined, member: string, show: ShowPlace): readonly JsonMember[] {
  if (node === undefined) return [];
  if (node.kind !== 'object') throw wrongKind([member], show, 'an object of facts: {"fact": ...}');
  const seen = new Set<string>();
  for (const { name } of node.members) {
    if (seen.has(name)) throw twice(name, show([member, name]));
    seen.add(name);
  }
  return node.members;
}

/** Words that mean an empty cell, as they are written. */
function wordList(node: JsonNode, path: MapPath, show: ShowPlace): readonly string[] {
  if (node.kind !== 'array') throw wrongKind(path, show, 'a list of words: ["..."]');
  return node.elements.map((element, index) => textOf(element, [...path, String(index + 1)], show));
}

function factList(node: JsonNode | undefined, show: ShowPlace): readonly string[] {
  if (node === undefined) return [];
  if (node.kind !== 'array') throw wrongKind(['not_mapped'], show, 'a list of facts: ["..."]');
  const facts: string[] = [];
  for (const [index, element] of node.elements.entries()) {
    const path = ['not_mapped', String(index + 1)];
    const fact = textOf(element, path, show);
    if (facts.includes(fact)) {
      throw mapFault('repeated_member', `${fact} is given twice`, {
        where: show(path),
        hint: 'give it once',
        values: { member: fact },
      });
    }
    facts.push(fact);
  }
  return facts;
}

function textOf(node: JsonNode, path: MapPath, show: ShowPlace): string {
  if (node.kind === 'text') return node.value;
  throw wrongKind(path, show, 'a text in double quotes');
}

function scalarOf(node: JsonNode, path: MapPath, show: ShowPlace): unknown {
  if (node.kind === 'text' || node.kind === 'number') return plainValue(node);
  if (node.kind === 'word' && node.value !== null) return node.value;
  throw wrongKind(path, show, 'a value of the fact: a text, a number, true or false');
}

function wrongKind(path: MapPath, show: ShowPlace, expected: string) {
  return mapFault('wrong_kind', `something else is wanted here: ${expected}`, {
    where: show(path),
    hint: `write ${expected}`,
    values: { expected },
  });
}

/** The error for a fact that is said twice. */
export function twice(fact: string, where: string) {
  return fault('fact_mapped_twice', `${fact} is given twice`, {
    where,
    hint: 'give each fact one column or one value',
    values: { fact },
  });
}

function nearestOf(name: string, names: readonly string[]): string | undefined {
  return name.length > 100 ? undefined : nearest(name, names);
}
