import type { Rulebook } from '@proviso/model';
import { type CheckOptions, check, compile, type Finding } from '../../src/index.ts';
import { rulebook } from '../arbitrary/build.ts';

/** What `check` finds in a rulebook of these parts. */
export function findingsOf(parts: Partial<Rulebook>, options?: CheckOptions): readonly Finding[] {
  return check(compile(rulebook(parts)), options);
}

/** The same as lines: code, declaration, other declarations. */
export function linesOf(parts: Partial<Rulebook>, options?: CheckOptions): readonly string[] {
  return findingsOf(parts, options).map(({ code, kind, name, others = [] }) =>
    [code, kind, name, ...others.map((other) => other.name)].filter((part) => part !== '').join(' '),
  );
}
