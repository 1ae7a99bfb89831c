import { allDeclarations, factsByPath, type Rulebook } from '@proviso/model';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { JsonError, type JsonText, readJson } from './json-text.ts';
import { FACTS_LIMIT, readText } from './read-file.ts';

/** Facts as given, not yet checked against the rulebook, and where each was given. */
export interface GivenFacts {
  readonly raw: Readonly<Record<string, unknown>>;
  /** `facts.json:3:14` or the command line, by fact path. */
  readonly origins: ReadonlyMap<string, string>;
}

/** Collects the facts from `--facts` files, JSON files, standard input and `name=value`. Two values for one fact are an error. */
export function gatherFacts(context: Context, rulebook: Rulebook): GivenFacts {
  const collection = new Collection(context, rulebook);
  for (const file of context.arguments.texts('facts')) collection.addFile(file);
  for (const operand of context.arguments.operands) {
    if (operand !== '-' && operand.includes('=')) collection.addAssignment(operand);
    else collection.addFile(operand);
  }
  return { raw: Object.fromEntries(collection.values), origins: collection.origins };
}

// A defined term that is asserted is always yes or no.
const TRUTH: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

class Collection {
  readonly values = new Map<string, unknown>();
  readonly origins = new Map<string, string>();
  readonly #context: Context;
  readonly #rulebook: Rulebook;

  constructor(context: Context, rulebook: Rulebook) {
    this.#context = context;
    this.#rulebook = rulebook;
  }

  addFile(path: string): void {
    const { errors } = this.#context.messages;
    const name = path === '-' ? errors.onStandardInput : path;
    const text = readText(path, FACTS_LIMIT, this.#context, this.#context.messages.errors.factsNotFound(path));
    if (text.trim() === '') throw new Failure('empty_file', errors.emptyFacts(name));
    const json = readFactsJson(text, name, this.#context);
    if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
      throw new Failure('facts_not_object', errors.factsNotObject(kindOf(json.value)), { where: name });
    this.#addObject(json.value as Readonly<Record<string, unknown>>, '', json, name);
  }

  addAssignment(argument: string): void {
    const { errors } = this.#context.messages;
    const equals = argument.indexOf('=');
    const path = argument.slice(0, equals).trim();
    if (path === '') throw new Failure('wrong_assignment', errors.wrongAssignment(argument));
    this.#add(path, this.#valueOf(path, argument.slice(equals + 1)), errors.onCommandLine);
  }

  /** A nested object holds the facts of a party: `{"counterparty": {"share": 40}}` is `counterparty.share`. */
  #addObject(object: Readonly<Record<string, unknown>>, prefix: string, json: JsonText, name: string): void {
    for (const [key, value] of Object.entries(object)) {
      const path = `${prefix}${key}`;
      const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (nested && Object.keys(value).length > 0) {
        this.#addObject(value as Readonly<Record<string, unknown>>, `${path}.`, json, name);
        continue;
      }
      const place = json.places.get(path);
      this.#add(path, value, place === undefined ? name : `${name}:${place.line}:${place.column}`);
    }
  }

  #add(path: string, value: unknown, origin: string): void {
    const first = this.origins.get(path);
    if (first !== undefined)
      throw new Failure('two_values', this.#context.messages.errors.twoValues(path, first), { where: origin });
    this.values.set(path, value);
    this.origins.set(path, origin);
  }

  #valueOf(path: string, text: string): unknown {
    if (text === '?') return null;
    const declarations = allDeclarations(this.#rulebook);
    const kind = factsByPath(declarations).get(path)?.type.kind;
    const asserted = kind === undefined && declarations.terms.some((term) => term.name === path);
    if (asserted && text in TRUTH) return TRUTH[text];
    if (kind !== 'list' && kind !== 'set') return text;
    if (text.startsWith('[')) return readFactsJson(text, path, this.#context).value;
    return text === '' ? [] : text.split(',').map((element) => element.trim());
  }
}

/** Reads JSON, telling what is wrong as a person's error with its place. */
function readFactsJson(text: string, name: string, context: Context): JsonText {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { errors } = context.messages;
    const { trouble, place } = error;
    const where = `${name}:${place.line}:${place.column}`;
    if (trouble.kind !== 'duplicate')
      throw new Failure('malformed_json', errors.malformedJson(trouble.kind), { where });
    const first = `${name}:${trouble.first.line}:${trouble.first.column}`;
    throw new Failure('two_values', errors.twoValues(trouble.path, first), { where });
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
