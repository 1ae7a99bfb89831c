import { type EpochMilliseconds, STATUSES } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { ProvisionStatus, StatusUnknown, Vantage } from '../status/contract.ts';
import { LazyStatuses } from '../status/lazy-statuses.ts';
import { type Frame, frameAt, settle, signatureOf } from './frame.ts';

/** Frames as data that can be kept. */
export interface StoredFrames {
  readonly knowledge: readonly EpochMilliseconds[];
  readonly boundaries: readonly (readonly [number, readonly EpochMilliseconds[]])[];
  readonly statuses: readonly StoredStatus[];
  /** Words that the statuses refer to by place. */
  readonly words: readonly string[];
  readonly names: readonly string[];
  /** For each name the index of its status (-1: none). */
  readonly vectors: readonly (readonly number[])[];
  readonly frames: readonly StoredFrame[];
}

/** Provision, own status, status, through, event (-1: none), since, enforced, enforcement (-1: none); words by place. */
type StoredStatus = readonly [number, number, number, number, number, number | null, 0 | 1, number];

interface StoredFrame {
  readonly cell: string;
  readonly period: number;
  readonly unknowns: readonly StatusUnknown[];
  readonly variables: readonly number[];
  /** For each choice: its values, and the index of its vector of statuses. */
  readonly choices: readonly (readonly [readonly number[], number])[];
  /** For each rule a digit per choice. */
  readonly inForce: readonly string[];
  /** Indices of rules outside their validity; absent when there are none. */
  readonly invalid?: readonly number[];
  /** Absent when violations of every rule are pursued. */
  readonly enforced?: readonly string[];
}

/**
 * The frames of a rulebook. The law changes only at boundaries of "as of", and what is known of it only at boundaries of
 * knowledge, so one frame serves each cell between them.
 */
export class Frames {
  readonly #compiled: CompiledRulebook;
  readonly #cells = new Map<string, Frame>();
  readonly #boundaries = new Map<number, readonly EpochMilliseconds[]>();
  readonly #stored = new Map<string, (vantage: Vantage) => Frame>();
  #knowledge: readonly EpochMilliseconds[] | undefined;

  constructor(compiled: CompiledRulebook, stored?: StoredFrames) {
    this.#compiled = compiled;
    if (stored === undefined) return;
    this.#knowledge = stored.knowledge;
    for (const [known, boundaries] of stored.boundaries) this.#boundaries.set(known, boundaries);
    for (const frame of stored.frames) {
      this.#stored.set(frame.cell, (vantage) => restore(compiled, frame, stored, vantage));
    }
  }

  /** Instants at which the law may change, seen from a knowledge. */
  boundaries(knownOn: EpochMilliseconds | null): readonly EpochMilliseconds[] {
    const known = this.#knownCell(knownOn);
    const kept = this.#boundaries.get(known);
    if (kept !== undefined) return kept;
    const made = this.#compiled.status.boundaries(knownOn);
    this.#boundaries.set(known, made);
    return made;
  }

  /** The frame at a vantage with some readings settled. */
  at(vantage: Vantage, readings: Readonly<Record<string, string>>): Frame {
    const known = this.#knownCell(vantage.knownOn);
    const cell = `${known}:${this.boundaries(vantage.knownOn).filter((boundary) => boundary <= vantage.asOf).length}`;
    let frame = this.#cells.get(cell);
    if (frame === undefined) {
      frame = this.#stored.get(cell)?.(vantage) ?? frameAt(this.#compiled, vantage);
      this.#cells.set(cell, frame);
    }
    return settle(this.#compiled, { ...frame, vantage }, readings);
  }

  /** Works out every frame of the rulebook, so that all can be kept. */
  fill(): void {
    const everything = [null, ...this.#knowledgeBoundaries(), (this.#knowledgeBoundaries()[0] ?? 0) - 1];
    for (const knownOn of everything) {
      const boundaries = this.boundaries(knownOn);
      for (const asOf of [(boundaries[0] ?? 0) - 1, ...boundaries]) this.at({ asOf, knownOn }, {});
    }
  }

  /** The frames worked out so far. */
  all(): readonly Frame[] {
    return [...this.#cells.values()];
  }

  /** How many cells have a frame, worked out before or now. */
  get count(): number {
    let count = this.#stored.size;
    for (const cell of this.#cells.keys()) if (!this.#stored.has(cell)) count++;
    return count;
  }

  /** What has been worked out, now or before, as data. */
  stored(): StoredFrames {
    // Of frames kept before only what was kept is read here, at whatever vantage.
    const vantage = { asOf: this.#knowledgeBoundaries()[0] ?? 0, knownOn: null };
    const before = [...this.#stored].filter(([cell]) => !this.#cells.has(cell));
    const cells = [...this.#cells, ...before.map(([cell, make]) => [cell, make(vantage)] as const)];
    // Of the others hardly anybody asks; they are worked out again.
    const names = [...new Set(this.#compiled.rules.flatMap(({ rule }) => rule.per))];
    const words = new Interned<string>();
    const statuses = new Interned<StoredStatus>();
    const vectors = new Interned<readonly number[]>();
    const vectorOf = (known: ReadonlyMap<string, ProvisionStatus>) =>
      vectors.place(
        names.map((name) => {
          const status = known.get(name);
          return status === undefined ? -1 : statuses.place(storedStatus(status, words));
        }),
      );
    const frames = cells.map(
      ([cell, frame]): StoredFrame => ({
        cell,
        period: frame.period,
        unknowns: frame.unknowns,
        variables: frame.variables,
        choices: frame.choices.map((choice) => [choice.values, vectorOf(choice.statuses)]),
        inForce: frame.inForce.map((row) => row.join('')),
        ...(frame.valid.includes(0)
          ? { invalid: frame.valid.flatMap((value, rule) => (value === 0 ? [rule] : [])) }
          : {}),
        ...(frame.enforced.every((row) => row.every((pursued) => pursued === 1))
          ? {}
          : { enforced: frame.enforced.map((row) => row.join('')) }),
      }),
    );
    return {
      knowledge: this.#knowledgeBoundaries(),
      boundaries: [...this.#boundaries],
      statuses: statuses.values,
      words: words.values,
      names,
      vectors: vectors.values,
      frames,
    };
  }

  #knownCell(knownOn: EpochMilliseconds | null): number {
    if (knownOn === null) return -1;
    return this.#knowledgeBoundaries().filter((boundary) => boundary <= knownOn).length;
  }

  #knowledgeBoundaries(): readonly EpochMilliseconds[] {
    this.#knowledge ??= this.#compiled.status.knowledgeBoundaries();
    return this.#knowledge;
  }
}

/** Values kept once each, by place. */
class Interned<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();

  place(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.values.push(value) - 1;
    this.#places.set(key, place);
    return place;
  }
}

function restore(compiled: CompiledRulebook, stored: StoredFrame, all: StoredFrames, vantage: Vantage): Frame {
  const digits = (rows: readonly string[]) => rows.map((row) => Array.from(row, Number));
  const frame = {
    vantage,
    period: stored.period,
    unknowns: stored.unknowns,
    variables: stored.variables,
    choices: stored.choices.map(([values, vector]) => {
      const places = all.vectors[vector] ?? [];
      const computed = () => compiled.status.under(vantage, values);
      return { values, statuses: storedStatuses(compiled, all, places, computed) };
    }),
    valid: stored.inForce.map((_, rule) => (stored.invalid?.includes(rule) === true ? 0 : 1)),
    inForce: digits(stored.inForce),
    enforced:
      stored.enforced === undefined ? stored.inForce.map(() => stored.choices.map(() => 1)) : digits(stored.enforced),
  };
  return { ...frame, signature: signatureOf(frame) };
}

/** Statuses as they were stored; those that were not are worked out when they are asked for. */
function storedStatuses(
  compiled: CompiledRulebook,
  all: StoredFrames,
  places: readonly number[],
  compute: () => ReadonlyMap<string, ProvisionStatus>,
): ReadonlyMap<string, ProvisionStatus> {
  const place = new Map(all.names.map((name, index) => [name, places[index] ?? -1]));
  let computed: ReadonlyMap<string, ProvisionStatus> | undefined;
  return new LazyStatuses([...compiled.instruments.keys(), ...compiled.provisions.keys()], (name) => {
    const stored = all.statuses[place.get(name) ?? -1];
    if (stored !== undefined) return restoredStatus(stored, all.words);
    computed ??= compute();
    const status = computed.get(name);
    if (status === undefined) throw new Error(`no status of ${name}`);
    return status;
  });
}

function restoredStatus(
  [provision, own, status, through, event, since, enforced, enforcement]: StoredStatus,
  words: readonly string[],
): ProvisionStatus {
  const word = (place: number) => words[place] ?? '';
  return {
    provision: word(provision),
    own: settledStatus(word(own)),
    status: settledStatus(word(status)),
    through: word(through),
    event: event < 0 ? null : word(event),
    since,
    enforced: enforced === 1,
    enforcement: enforcement < 0 ? null : word(enforcement),
  };
}

function storedStatus(status: ProvisionStatus, words: Interned<string>): StoredStatus {
  const optional = (word: string | null) => (word === null ? -1 : words.place(word));
  return [
    words.place(status.provision),
    words.place(status.own),
    words.place(status.status),
    words.place(status.through),
    optional(status.event),
    status.since,
    status.enforced ? 1 : 0,
    optional(status.enforcement),
  ];
}

function settledStatus(word: string): ProvisionStatus['status'] {
  const known = STATUSES.find((status) => status === word);
  if (known === undefined || known === 'unknown') throw new Error(`no status ${word}`);
  return known;
}
