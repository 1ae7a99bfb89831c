import type { Rulebook, Vocabulary } from '@proviso/model';
import schema from '@proviso/model/schema' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { RULEBOOK, VOCABULARY } from './sample.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false }).compile(schema);
const DOCUMENTS: readonly (Rulebook | Vocabulary)[] = [RULEBOOK, VOCABULARY];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

function copy(document: Rulebook | Vocabulary): Json {
  return JSON.parse(JSON.stringify(document));
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Maps whose keys a document chooses. */
const MAPS = [
  'title',
  'label',
  'question',
  'help',
  'issuer',
  'pinpoint',
  'gist',
  'holder',
  'must',
  'text',
  'given',
  'readings',
];

/** Every object in a document with fixed members. */
function objects(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => objects(element, [...path, index]));
  if (!isRecord(value)) return [];
  const last = path.at(-1);
  if (typeof last === 'string' && MAPS.includes(last)) return [];
  return [path, ...Object.entries(value).flatMap(([key, member]) => objects(member, [...path, key]))];
}

function at(document: Json, path: Path): { [key: string]: Json } {
  let value: Json | undefined = document;
  for (const step of path)
    value = (Array.isArray(value) || isRecord(value) ? Reflect.get(value, step) : undefined) as Json;
  if (!isRecord(value)) throw new Error(path.join('.'));
  return value;
}

/** Members that may be left out, wherever they stand. */
const OPTIONAL = [
  'label',
  'question',
  'help',
  'issuer',
  'citation',
  'link',
  'hangsOn',
  'survives',
  'support',
  'gist',
  'identifiedUnder',
  'by',
  'known',
  'from',
  'until',
  'under',
  'minimum',
  'maximum',
  'unit',
  'presumed',
  'decidesNothing',
  'sample',
  'parameter',
  'party',
  'holder',
  'validFrom',
  'validUntil',
  'due',
  'residual',
  'source',
  'knownOn',
  'situation',
  'mayProceed',
  'possible',
  'needs',
  'heldBack',
  'enforced',
  'cites',
];

/** Whether a member may be left out of this object. */
function optional(object: { [key: string]: Json }, key: string): boolean {
  if (key === 'where') return object.op === 'count';
  if (key === 'of') return object.kind === 'every';
  if (key === 'unit') return 'minimum' in object;
  if (key === 'parameter') return !('op' in object);
  if (key === 'question') return !('alternatives' in object);
  if (key === 'label') return !('arguedBy' in object);
  if (key === 'text') return !('name' in object);
  return OPTIONAL.includes(key);
}

describe('the JSON schema of rulebooks', () => {
  it.each(DOCUMENTS)('accepts the $kind in which everything occurs', (document) => {
    validate(copy(document));
    expect(validate.errors).toBeNull();
  });

  it('accepts every object without any one of its optional members, and refuses it without a required one', () => {
    const wrong: string[] = [];
    for (const document of DOCUMENTS) {
      const whole = copy(document);
      for (const path of objects(whole)) {
        for (const key of Object.keys(at(whole, path))) {
          const changed = copy(document);
          const object = at(changed, path);
          const may = optional(object, key);
          delete object[key];
          if (validate(changed) !== may) wrong.push(`${document.kind} ${[...path, key].join('.')}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('refuses a member that it does not know, in every object', () => {
    const wrong: string[] = [];
    for (const document of DOCUMENTS) {
      for (const path of objects(copy(document))) {
        const changed = copy(document);
        at(changed, path).unheard_of = true;
        if (validate(changed)) wrong.push(`${document.kind} ${path.join('.')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('refuses a kind or operation that it does not know', () => {
    const free = (path: Path) => path.length === 2 && path[0] === 'instruments';
    const wrong: string[] = [];
    for (const path of objects(copy(RULEBOOK))) {
      for (const key of ['kind', 'op']) {
        const changed = copy(RULEBOOK);
        const object = at(changed, path);
        if (!(key in object)) continue;
        object[key] = 'unheard_of';
        if (validate(changed) !== free(path)) wrong.push([...path, key].join('.'));
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each<[string, Path, string, Json]>([
    ['a number that is no text', ['parameters', 0, 'values', 0], 'value', 50],
    ['a number that is not canonical', ['parameters', 0, 'type'], 'minimum', '1e3'],
    ['a date in another form', ['events', 0, 'on'], 'date', '2020-8-6'],
    ['an instant without an offset', ['events', 0, 'known'], 'instant', '2020-08-06T18:00'],
    ['a name with a blank', ['rules', 0], 'name', 'a b'],
    ['a rule that states no provision', ['rules', 0], 'per', []],
    ['a text that is not by language', ['provisions', 0], 'pinpoint', 's. 1(a)'],
    ['a zone without offsets', ['zone'], 'offsets', []],
    ['an offset with three members', ['zone'], 'offsets', [[0, 0, 0]]],
    ['a verdict that is none', ['examples', 0, 'expect'], 'verdict', 'allowed'],
    ['a status that is none', ['examples', 0, 'expect'], 'heldBack', 'asleep'],
    ['a moment between two that lie between two', ['events', 1, 'on'], 'earliest', { kind: 'between' }],
    ['a term that restricts', ['rules', 1], 'otherwise', 'exempt'],
    ['a null where there is nothing', ['rules', 0], 'label', null],
  ])('refuses %s', (_, path, key, value) => {
    const changed = copy(RULEBOOK);
    at(changed, path)[key] = value;
    expect(validate(changed)).toBe(false);
  });

  it('describes every definition', () => {
    const bare = Object.entries(schema.$defs).filter(([, definition]) => !('description' in definition));
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});
