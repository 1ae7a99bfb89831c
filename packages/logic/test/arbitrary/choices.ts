/**
 * Decisions drawn from a stream of numbers: whoever builds a random rulebook asks it for each choice. The stream is what
 * fast-check generates and shrinks; past its end every choice is the first, so a shorter or smaller stream is a simpler rulebook.
 */
export class Choices {
  readonly #stream: readonly number[];
  #at = 0;

  constructor(stream: readonly number[]) {
    this.#stream = stream;
  }

  /** A number from 0 to `count - 1`. */
  below(count: number): number {
    return (this.#stream[this.#at++] ?? 0) % count;
  }

  /** A number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred; never past the end of the stream. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** One of several, which must not be empty. */
  pick<T>(items: readonly T[]): T {
    const picked = items[this.below(items.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** One of several, or nothing when there are none. */
  maybe<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  /** Several different ones in their order: at least `least` (as far as there are), at most `most`. */
  some<T>(items: readonly T[], least: number, most: number): readonly T[] {
    const wanted = Math.min(items.length, this.between(least, most));
    const left = items.map((_, index) => index);
    const picked = Array.from({ length: wanted }, () => left.splice(this.below(left.length), 1)[0] ?? 0);
    return items.filter((_, index) => picked.includes(index));
  }

  /** A list so long, each element made by `make`. */
  times<T>(count: number, make: (index: number) => T): readonly T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }

  /** The same in another order. */
  shuffled<T>(items: readonly T[]): readonly T[] {
    const left = [...items];
    return items.flatMap(() => left.splice(this.below(left.length), 1));
  }
}
