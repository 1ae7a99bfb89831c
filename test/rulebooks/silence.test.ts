import { describe, expect, test } from 'vitest';
import { casesOf, programOf, SHIPPED } from './load.ts';

const RANDOM_SUBSETS = 60;

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every single fact, every pair, all of them, and random subsets. */
function* subsets(names: readonly string[], next: () => number): Generator<readonly string[]> {
  for (const [i, first] of names.entries()) {
    yield [first];
    for (const second of names.slice(i + 1)) yield [first, second];
  }
  yield names;
  for (let n = 0; n < RANDOM_SUBSETS; n++) yield names.filter(() => next() < 0.5);
}

describe.each(SHIPPED)('silence is never permission: %s', (id) => {
  test('leaving out facts of any case never turns no into yes, and only widens what is possible', () => {
    const program = programOf(id);
    const next = random(20200920);
    let tried = 0;
    for (const line of casesOf(id)) {
      const decider = program.at({
        asOf: line.as_of,
        readings: line.readings ?? {},
        ...(line.known_on === undefined ? {} : { knownOn: line.known_on }),
      });
      const facts = program.readFacts(line.facts);
      const before = decider.possible(facts);
      for (const left of subsets(Object.keys(facts), next)) {
        // A presumed fact that is absent is presumed, and listed so; unknown it is only when marked "don't know".
        const fewer = Object.fromEntries(
          Object.entries(facts).flatMap(([path, value]) =>
            !left.includes(path)
              ? [[path, value]]
              : program.compiled.facts.get(path)?.presumed === undefined
                ? []
                : [[path, null]],
          ),
        );
        const after = decider.possible(fewer);
        const where = `${line.id} without ${left.join(', ')}`;
        if (before.mayProceed === 'no') expect(after.mayProceed, where).not.toBe('yes');
        expect(after.possible, where).toEqual(expect.arrayContaining([...before.possible]));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(100);
  });
});
