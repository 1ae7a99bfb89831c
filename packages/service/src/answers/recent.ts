/** The values used most recently, by key. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key, made when it is not there. */
  get(key: string, make: () => Value): Value {
    const kept = this.#values.get(key);
    if (kept !== undefined) return kept;
    const made = make();
    const oldest = this.#values.keys().next();
    if (this.#values.size >= this.#most && !oldest.done) this.#values.delete(oldest.value);
    this.#values.set(key, made);
    return made;
  }
}
