import type { Rulebook } from '@proviso/model';
import { expectBothLanguages } from '../../../language/test/bilingual.ts';
import { type CheckOptions, check, compile, type Finding } from '../../src/index.ts';
import { rulebook } from '../arbitrary/build.ts';

/** What `check` finds in a rulebook of these parts; all of it must be said in both languages. */
export function findingsOf(parts: Partial<Rulebook>, options?: CheckOptions): readonly Finding[] {
  const found = check(compile(rulebook(parts)), options);
  expectBothLanguages(found);
  return found;
}

/** The same as lines: code, declaration, other declarations. */
export function linesOf(parts: Partial<Rulebook>, options?: CheckOptions): readonly string[] {
  return findingsOf(parts, options).map(({ code, kind, name, others = [] }) =>
    [code, kind, name, ...others.map((other) => other.name)].filter((part) => part !== '').join(' '),
  );
}
