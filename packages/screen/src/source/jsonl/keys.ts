import type { StoredType } from '../../columns.ts';
import type { Member } from './members.ts';

/** How the values of one key are written over the whole file. */
interface Kinds {
  text: boolean;
  boolean: boolean;
  /** Whole numbers that 64 bits hold. */
  integer: boolean;
  /** Other numbers. */
  number: boolean;
  /** Lists of texts. */
  texts: boolean;
  nested: boolean;
}

const INTEGER = /^-?\d{1,18}$/;

/** Whether a value is a number that only its own text tells exactly. */
export function isInexact(raw: string): boolean {
  return kindOf(raw) === 'number';
}

/** The keys of all objects of a file, in the order in which they are first met, with how their values are stored. */
export class Keys {
  readonly #kinds = new Map<string, Kinds>();

  /** Takes the members of an object; tells whether a number is among them that only its own text tells exactly. */
  add(members: readonly Member[]): boolean {
    let inexact = false;
    for (const { name, raw } of members) {
      let kinds = this.#kinds.get(name);
      if (kinds === undefined) {
        kinds = { text: false, boolean: false, integer: false, number: false, texts: false, nested: false };
        this.#kinds.set(name, kinds);
      }
      const kind = kindOf(raw);
      if (kind !== undefined) kinds[kind] = true;
      inexact ||= kind === 'number';
    }
    return inexact;
  }

  get names(): readonly string[] {
    return [...this.#kinds.keys()];
  }

  /**
   * How the values of a key are stored, and the engine's type to read them as. Texts and numbers under one key are
   * text.
   */
  stored(name: string): { readonly stored: StoredType; readonly type: string } {
    const kinds = this.#kinds.get(name);
    const found = kinds === undefined ? [] : KINDS.filter((kind) => kinds[kind]);
    if (found.includes('nested') || (found.includes('texts') && found.length > 1))
      return { stored: 'other', type: 'JSON' };
    if (found.length !== 1) return { stored: 'text', type: 'VARCHAR' };
    switch (found[0]) {
      case 'boolean':
        return { stored: 'boolean', type: 'BOOLEAN' };
      case 'integer':
        return { stored: 'integer', type: 'BIGINT' };
      case 'texts':
        return { stored: 'list', type: 'VARCHAR[]' };
      default:
        return { stored: 'text', type: 'VARCHAR' };
    }
  }
}

const KINDS = ['text', 'boolean', 'integer', 'number', 'texts', 'nested'] as const;

function kindOf(raw: string): keyof Kinds | undefined {
  switch (raw[0]) {
    case '"':
      return 'text';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return undefined;
    case '{':
      return 'nested';
    case '[': {
      const list: unknown = JSON.parse(raw);
      return Array.isArray(list) && list.every((item) => typeof item === 'string' || item === null)
        ? 'texts'
        : 'nested';
    }
    default:
      return INTEGER.test(raw) ? 'integer' : 'number';
  }
}
