import type { Expression } from '@proviso/model';
import { testOf } from './evaluate.ts';
import { expand } from './expand.ts';
import { fill, type Scene } from './scene.ts';
import { forEachCombination } from './table.ts';
import { datedAt } from './world.ts';

/** The truth of a condition over all admissible completions; its facts must be among those that the rulebook's conditions use. */
export function truthOf(scene: Scene, condition: Expression): 'true' | 'false' | 'unknown' {
  const { world, vantage, unknowns, assumptions } = scene;
  const test = testOf(world, datedAt(world, vantage.asOf), expand(world, condition));
  const found = new Set<boolean>();
  forEachCombination(unknowns, (_at, picks) => {
    if (found.size === 2) return;
    const { completion } = fill(scene, unknowns, picks);
    if (assumptions.every((assumption) => assumption(completion))) found.add(test(completion));
  });
  return found.size === 2 ? 'unknown' : found.has(true) ? 'true' : 'false';
}
