import type { Rulebook, Vocabulary } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type { Declared } from '../build/declarations.ts';
import { checkCircles } from './circles.ts';
import { checkTargets } from './lifts.ts';
import { checkUnused } from './unused.ts';

/** Checks what concerns a document as a whole. Whether rules clash is not seen here: that needs their logic. */
export function checkDocument(
  document: Rulebook | Vocabulary,
  declared: readonly Declared[],
  context: BuildContext,
): void {
  checkCircles(document, declared, context);
  // What a vocabulary declares is for others to use.
  if (document.kind === 'vocabulary') return;
  checkTargets(document, declared, context);
  checkUnused(declared, context);
}
