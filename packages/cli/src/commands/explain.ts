import type { Context } from '../context.ts';
import { decide } from './decide.ts';

/** `proviso explain`: the proof of the answer. */
export function explain(context: Context): number {
  return decide(context);
}
