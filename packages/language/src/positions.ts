import type { DeclarationKind } from '@proviso/model';
import type { DocumentRange } from './diagnostic.ts';

/** A declaration with where it stands. */
export interface Position {
  readonly kind: DeclarationKind;
  readonly name: string;
  /** The whole declaration. */
  readonly range: DocumentRange;
  /** Its name; its first word where it has none. */
  readonly nameRange: DocumentRange;
}

/** Finds declarations in a document by kind and name. */
export class PositionMap {
  /** All declarations, in the order of the document. */
  readonly all: readonly Position[];
  readonly #byKey: ReadonlyMap<string, Position>;

  constructor(all: readonly Position[]) {
    this.all = all;
    const byKey = new Map<string, Position>();
    for (const position of all) {
      const key = `${position.kind} ${position.name}`;
      if (!byKey.has(key)) byKey.set(key, position);
    }
    this.#byKey = byKey;
  }

  /** Where a declaration stands; the facts of a group are found as `group.fact`. */
  find(kind: DeclarationKind, name: string): Position | undefined {
    return this.#byKey.get(`${kind} ${name}`);
  }
}
