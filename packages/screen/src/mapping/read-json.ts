/** A JSON value that knows where it stands. `at` is the offset of its first character. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: number; readonly elements: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  /** As it is written, so that no digit is lost. */
  | { readonly kind: 'number'; readonly at: number; readonly value: string }
  | { readonly kind: 'word'; readonly at: number; readonly value: boolean | null };

/** A member of an object. A name may occur twice; whoever reads the members says what that means. */
export interface JsonMember {
  readonly name: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** What makes a text no JSON, and the offset at which it shows. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly at: number;

  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

const DEEPEST = 20;
const BLANK = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\u007f|[\u0080-\u009f])*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Reads strict JSON and keeps the place of everything. @throws JsonFault at the first thing that is wrong. */
export function readJson(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

/** A value without its places. A number that a JSON number cannot hold to its last digit stays a text. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
    case 'array':
      return node.elements.map(plainValue);
    case 'number':
      return node.value.replace(/[eE].*|\D/g, '').length > 15 ? node.value : Number(node.value);
    default:
      return node.value;
  }
}

/** Line and column, counted from 1, of an offset. */
export function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').replace('\ufeff', '').length + 1 };
}

class Reader {
  readonly #text: string;
  #at: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\ufeff') ? 1 : 0;
    this.#blank();
  }

  value(depth: number): JsonNode {
    const at = this.#at;
    if (depth > DEEPEST) throw new JsonFault('it is nested too deeply', at);
    if (this.#skip('{')) return { kind: 'object', at, members: this.#list('}', () => this.#member(depth)) };
    if (this.#skip('[')) return { kind: 'array', at, elements: this.#list(']', () => this.value(depth + 1)) };
    if (this.#text[at] === '"') return { kind: 'text', at, value: this.#string() };
    const number = this.#match(NUMBER);
    if (number !== undefined) return { kind: 'number', at, value: number };
    const word = this.#match(WORD);
    if (word !== undefined) return { kind: 'word', at, value: word === 'null' ? null : word === 'true' };
    throw new JsonFault(this.#text[at] === undefined ? 'it ends too early' : 'a value is wanted here', at);
  }

  /** @throws JsonFault when anything follows. */
  end(): void {
    if (this.#at < this.#text.length) throw new JsonFault('something follows after the end', this.#at);
  }

  #member(depth: number): JsonMember {
    const at = this.#at;
    if (this.#text[at] !== '"') throw new JsonFault('a name in double quotes is wanted here', at);
    const name = this.#string();
    if (!this.#skip(':')) throw new JsonFault('a colon is wanted here', this.#at);
    return { name, at, value: this.value(depth + 1) };
  }

  #list<Item>(close: string, item: () => Item): readonly Item[] {
    const items: Item[] = [];
    if (this.#skip(close)) return items;
    for (;;) {
      items.push(item());
      if (this.#skip(close)) return items;
      if (!this.#skip(',')) throw new JsonFault(`a comma or ${close} is wanted here`, this.#at);
      if (this.#text[this.#at] === close) throw new JsonFault('a comma stands before the end', this.#at);
    }
  }

  #string(): string {
    const at = this.#at;
    const written = this.#match(TEXT);
    if (written === undefined) throw new JsonFault('a text is not closed, or has a character that is not allowed', at);
    return String(JSON.parse(written));
  }

  #skip(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    this.#blank();
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    this.#blank();
    return found;
  }

  #blank(): void {
    BLANK.lastIndex = this.#at;
    this.#at += BLANK.exec(this.#text)?.[0].length ?? 0;
  }
}
