/** How many requests are taken from one asker. */
export interface Rate {
  /** Tokens that come back each second. */
  readonly perSecond: number;
  /** Requests that may come at once. */
  readonly burst: number;
}

/** Askers remembered at most; then those who have been quiet for longest are forgotten. */
const MOST_ASKERS = 10_000;

/** A bucket of tokens for each asker. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Takes a token. Returns 0, or in how many seconds there will be one again. */
  take(asker: string): number {
    const { perSecond, burst } = this.#rate;
    const now = this.#now();
    const bucket = this.#buckets.get(asker) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#buckets.delete(asker);
    this.#buckets.set(asker, bucket);
    if (this.#buckets.size > MOST_ASKERS) {
      const oldest = this.#buckets.keys().next();
      if (!oldest.done) this.#buckets.delete(oldest.value);
    }
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  }
}
