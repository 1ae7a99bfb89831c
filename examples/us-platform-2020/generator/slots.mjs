/**
 * Deals weighted options out to a fixed number of slots, so that a draw is one look-up: whole shares first, then one slot each to
 * the largest remainders. An option with any weight at all gets a slot only if its share earns one.
 * @param {readonly number[]} weights
 * @param {number} count a power of two
 * @returns {Uint16Array} for each slot, the index of its option
 */
export function dealSlots(weights, count) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight * count) / total);
  const slots = exact.map(Math.floor);
  const left = count - slots.reduce((sum, given) => sum + given, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) slots[index] += 1;
  const dealt = new Uint16Array(count);
  let next = 0;
  slots.forEach((given, index) => {
    dealt.fill(index, next, next + given);
    next += given;
  });
  return dealt;
}
