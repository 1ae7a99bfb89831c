import type { Rulebook, Vocabulary } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type { Declared } from '../build/declarations.ts';

/** Checks what concerns a document as a whole. */
export function checkDocument(
  _document: Rulebook | Vocabulary,
  _declared: readonly Declared[],
  _context: BuildContext,
): void {}
