import type { EpochMilliseconds } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { ProvisionStatus, StatusUnknown, Vantage } from '../status/contract.ts';
import { type Frame, frameAt, settle, signatureOf } from './frame.ts';

/** Frames as data that can be kept. */
export interface StoredFrames {
  readonly knowledge: readonly EpochMilliseconds[];
  readonly boundaries: readonly (readonly [number, readonly EpochMilliseconds[]])[];
  readonly statuses: readonly ProvisionStatus[];
  readonly names: readonly string[];
  readonly frames: readonly StoredFrame[];
}

interface StoredFrame {
  readonly cell: string;
  readonly period: number;
  readonly unknowns: readonly StatusUnknown[];
  readonly variables: readonly number[];
  /** For each choice: its values, and for each name the index of its status (-1: none). */
  readonly choices: readonly (readonly [readonly number[], readonly number[]])[];
  /** For each rule a digit per choice. */
  readonly inForce: readonly string[];
  readonly enforced: readonly string[];
}

/**
 * The frames of a rulebook. The law changes only at boundaries of "as of", and what is known of it only at boundaries of
 * knowledge, so one frame serves each cell between them.
 */
export class Frames {
  readonly #compiled: CompiledRulebook;
  readonly #cells = new Map<string, Frame>();
  readonly #boundaries = new Map<number, readonly EpochMilliseconds[]>();
  readonly #stored = new Map<string, () => Frame>();
  #knowledge: readonly EpochMilliseconds[] | undefined;

  constructor(compiled: CompiledRulebook, stored?: StoredFrames) {
    this.#compiled = compiled;
    if (stored === undefined) return;
    this.#knowledge = stored.knowledge;
    for (const [known, boundaries] of stored.boundaries) this.#boundaries.set(known, boundaries);
    for (const frame of stored.frames) this.#stored.set(frame.cell, () => restore(frame, stored));
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
      frame = this.#stored.get(cell)?.() ?? frameAt(this.#compiled, vantage);
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

  /** What has been worked out, now or before, as data. */
  stored(): StoredFrames {
    for (const [cell, make] of this.#stored) if (!this.#cells.has(cell)) this.#cells.set(cell, make());
    const names = [
      ...new Set(
        [...this.#cells.values()].flatMap(({ choices }) => choices.flatMap(({ statuses }) => [...statuses.keys()])),
      ),
    ];
    const index = new Map<string, number>();
    const statuses: ProvisionStatus[] = [];
    const place = (status: ProvisionStatus | undefined): number => {
      if (status === undefined) return -1;
      const key = JSON.stringify(status);
      const known = index.get(key);
      if (known !== undefined) return known;
      index.set(key, statuses.push(status) - 1);
      return statuses.length - 1;
    };
    const frames = [...this.#cells].map(
      ([cell, frame]): StoredFrame => ({
        cell,
        period: frame.period,
        unknowns: frame.unknowns,
        variables: frame.variables,
        choices: frame.choices.map((choice) => [choice.values, names.map((name) => place(choice.statuses.get(name)))]),
        inForce: frame.inForce.map((row) => row.join('')),
        enforced: frame.enforced.map((row) => row.join('')),
      }),
    );
    return { knowledge: this.#knowledgeBoundaries(), boundaries: [...this.#boundaries], statuses, names, frames };
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

function restore(stored: StoredFrame, { names, statuses }: StoredFrames): Frame {
  const digits = (rows: readonly string[]) => rows.map((row) => Array.from(row, Number));
  const frame = {
    vantage: { asOf: 0, knownOn: null },
    period: stored.period,
    unknowns: stored.unknowns,
    variables: stored.variables,
    choices: stored.choices.map(([values, places]) => ({ values, statuses: lazyStatuses(names, statuses, places) })),
    inForce: digits(stored.inForce),
    enforced: digits(stored.enforced),
  };
  return { ...frame, signature: signatureOf(frame) };
}

function lazyStatuses(
  names: readonly string[],
  statuses: readonly ProvisionStatus[],
  places: readonly number[],
): ReadonlyMap<string, ProvisionStatus> {
  const map = new Map<string, ProvisionStatus>();
  names.forEach((name, index) => {
    const status = statuses[places[index] ?? -1];
    if (status !== undefined) map.set(name, status);
  });
  return map;
}
