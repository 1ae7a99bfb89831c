import type { Digest } from '../format.ts';
import type { WrittenEntry } from './entry.ts';

/** Where an entry stands. */
export interface Located {
  readonly segment: string;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** What is kept in memory of an entry. */
export interface Indexed extends Located {
  readonly id: string;
  readonly sequence: number;
  readonly by: string;
}

/** Finds entries without reading files. */
export class Index {
  readonly #all: Indexed[] = [];
  readonly #byId = new Map<string, Indexed>();
  readonly #byRequest = new Map<Digest, Indexed>();

  /** Adds the next entry. */
  add({ entry, segment, offset, length }: WrittenEntry & Located): void {
    const { record, sequence, by, request } = entry;
    const indexed = { id: record.id, sequence, by, segment, offset, length };
    this.#all.push(indexed);
    this.#byId.set(record.id, indexed);
    if (request !== undefined) this.#byRequest.set(request.key, indexed);
  }

  /** The entry of a record. */
  find(id: string): Indexed | undefined {
    return this.#byId.get(id);
  }

  /** What was made by a request with this key. */
  request(key: Digest): Indexed | undefined {
    return this.#byRequest.get(key);
  }

  /** The latest entries before a sequence number, latest first; only those of one asker, if one is named. */
  latest(limit: number, before = Number.POSITIVE_INFINITY, by?: string): readonly Indexed[] {
    const found: Indexed[] = [];
    for (let at = Math.min(this.#all.length, before - 1) - 1; at >= 0 && found.length < limit; at--) {
      const indexed = this.#all[at];
      if (indexed !== undefined && (by === undefined || indexed.by === by)) found.push(indexed);
    }
    return found;
  }
}
