import { type Diagnostics, rangeOf } from '../diagnostic.ts';
import type { Scope } from '../link/scope.ts';
import { type AstNode, firstWordText } from '../parser/span.ts';

/** What every step of building a model shares. */
export interface BuildContext {
  readonly diagnostics: Diagnostics;
  readonly scope: Scope;
  readonly isVocabulary: boolean;
}

/** A clause of the kind asked for; a second one is reported. */
export function one<T extends AstNode, K extends T['$type']>(
  clauses: readonly T[],
  kind: K,
  context: BuildContext,
): Extract<T, { readonly $type: K }> | undefined {
  const [first, ...more] = clauses.filter(
    (clause): clause is Extract<T, { readonly $type: K }> => clause.$type === kind,
  );
  for (const clause of more) {
    const word = firstWordText(clause) ?? kind;
    const line = first === undefined ? 1 : rangeOf(first).line;
    context.diagnostics.report(
      'PV1007',
      clause,
      { en: `a second \`${word}\` in the same declaration`, zh: `同一声明中有第二个 \`${word}\`` },
      {
        en: `keep one of the two; the first is in line ${line}`,
        zh: `请只保留其中一个；第一个在第 ${line} 行`,
      },
    );
  }
  return first;
}

/** Clauses of the kind asked for, however many. */
export function every<T extends AstNode, K extends T['$type']>(
  clauses: readonly T[],
  kind: K,
): readonly Extract<T, { readonly $type: K }>[] {
  return clauses.filter((clause): clause is Extract<T, { readonly $type: K }> => clause.$type === kind);
}

/** An object of one property, or of none when the value is undefined: for optional properties of the model. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
