import type { Tick } from './grid.ts';

/** Where each stretch begins along an axis, from 0 to 1: one edge more than there are stretches. */
export type Scale = readonly number[];

const DAY = 86_400_000;

/**
 * A scale on which every stretch can be seen: the longer, the wider, but by its logarithm, so that the hours of one night
 * stand beside years.
 */
export function scaleOf(ticks: readonly Tick[]): Scale {
  const widths = [1.5];
  for (const [index, { time }] of ticks.entries()) {
    const next = ticks[index + 1]?.time;
    widths.push(next === undefined ? 2.5 : 1 + Math.log10(1 + (next - time) / DAY));
  }
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width / whole);
  return edges;
}
