import type { ProvisionStatus } from './contract.ts';

/** Statuses by name, each worked out when it is first asked for. */
export class LazyStatuses implements ReadonlyMap<string, ProvisionStatus> {
  readonly #names: ReadonlySet<string>;
  readonly #report: (name: string) => ProvisionStatus;
  readonly #known = new Map<string, ProvisionStatus>();

  constructor(names: Iterable<string>, report: (name: string) => ProvisionStatus) {
    this.#names = new Set(names);
    this.#report = report;
  }

  get size(): number {
    return this.#names.size;
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  get(name: string): ProvisionStatus | undefined {
    const known = this.#known.get(name);
    if (known !== undefined || !this.#names.has(name)) return known;
    const made = this.#report(name);
    this.#known.set(name, made);
    return made;
  }

  keys(): MapIterator<string> {
    return this.#names.values();
  }

  values(): MapIterator<ProvisionStatus> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, ProvisionStatus]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, ProvisionStatus]> {
    return this.entries();
  }

  forEach(
    visit: (value: ProvisionStatus, key: string, map: ReadonlyMap<string, ProvisionStatus>) => void,
    self?: unknown,
  ): void {
    for (const [name, status] of this.#all()) visit.call(self, status, name, this);
  }

  #all(): Map<string, ProvisionStatus> {
    const all = new Map<string, ProvisionStatus>();
    for (const name of this.#names) {
      const status = this.get(name);
      if (status !== undefined) all.set(name, status);
    }
    return all;
  }
}
