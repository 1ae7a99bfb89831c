import type { BuildContext } from '../build/context.ts';
import type { Reference } from '../generated/ast.ts';
import type { AstNode } from '../parser/span.ts';
import { proposal } from './find.ts';
import { noSuch } from './kinds.ts';

/** A name with the node that it stands in. */
export interface NameAt {
  readonly name: string;
  readonly at: AstNode;
}

/** A reading with one of its alternatives; both must be declared. */
export function alternativeOf(
  reading: NameAt,
  alternative: NameAt,
  context: BuildContext,
): { readonly reading: string; readonly alternative: string } {
  const declared = context.scope.readings.get(reading.name);
  if (declared === undefined) {
    const hint = proposal(reading.name, context.scope.readings.keys());
    context.diagnostics.report('PV4005', reading.at, noSuch('reading', reading.name), hint);
  } else if (!declared.alternatives.some(({ name }) => name === alternative.name)) {
    const hint = proposal(
      alternative.name,
      declared.alternatives.map(({ name }) => name),
    );
    const message = {
      en: `reading \`${reading.name}\` has no alternative \`${alternative.name}\``,
      zh: `解释问题 \`${reading.name}\` 没有选项 \`${alternative.name}\``,
    };
    context.diagnostics.report('PV4005', alternative.at, message, hint);
  }
  context.scope.used.add(`reading ${reading.name}`);
  return { reading: reading.name, alternative: alternative.name };
}

/** A reference as a name with its node. */
export function nameAt(reference: Reference): NameAt {
  return { name: reference.name, at: reference };
}
