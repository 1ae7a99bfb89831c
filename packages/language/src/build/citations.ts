import type { Confidence, Support } from '@proviso/model';
import type { Cited, PerClause, Reference, SupportClause } from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { type BuildContext, one } from './context.ts';

/** The provisions that a declaration cites. */
export function perOf(clauses: readonly { readonly $type: string }[], context: BuildContext): readonly string[] {
  const found = clauses.filter((clause): clause is PerClause => clause.$type === 'PerClause');
  const clause = one(found, 'PerClause', context);
  if (clause === undefined) return [];
  if (context.isVocabulary) {
    context.diagnostics.report(
      'PV1012',
      clause,
      'a vocabulary cites a provision',
      'leave `per` out, or move the declaration to the rulebook that has the provision',
    );
    return [];
  }
  return clause.provisions.map((provision) => provisionName(provision, context));
}

/** The name of a provision that must be declared. */
export function provisionName(reference: Reference, context: BuildContext): string {
  const { scope, diagnostics } = context;
  const { name } = reference;
  if (scope.provisions.has(name)) return name;
  if (scope.instruments.has(name)) {
    const parts = [...scope.provisions].filter(([, instrument]) => instrument === name).map(([part]) => part);
    const hint =
      parts.length === 0 ? 'declare a provision of it' : `name one of its provisions, such as \`${parts[0]}\``;
    diagnostics.report('PV2003', reference, `\`${name}\` is an instrument, not a provision`, hint);
  } else {
    const hint = proposal(name, scope.provisions.keys());
    diagnostics.report('PV3009', reference, `there is no provision \`${name}\``, hint);
  }
  return name;
}

/** The name of an instrument or provision that must be declared. */
export function lawName(reference: Reference, context: BuildContext): string {
  const { scope, diagnostics } = context;
  const { name } = reference;
  if (!scope.provisions.has(name) && !scope.instruments.has(name)) {
    const hint = proposal(name, [...scope.instruments, ...scope.provisions.keys()]);
    diagnostics.report('PV3009', reference, `there is no instrument or provision \`${name}\``, hint);
  }
  return name;
}

/** The name of an instrument that must be declared. */
export function instrumentName(reference: Reference, context: BuildContext): string {
  const { scope, diagnostics } = context;
  const { name } = reference;
  if (scope.instruments.has(name)) return name;
  if (scope.provisions.has(name))
    diagnostics.report('PV2003', reference, `\`${name}\` is a provision, not an instrument`, 'name its instrument');
  else {
    const hint = proposal(name, scope.instruments);
    diagnostics.report('PV3009', reference, `there is no instrument \`${name}\``, hint);
  }
  return name;
}

/** The name of a source that must be declared. */
export function sourceName(reference: Reference | (Cited & { readonly name: string }), context: BuildContext): string {
  const { scope, diagnostics } = context;
  if (!scope.sources.has(reference.name)) {
    const hint = proposal(reference.name, scope.sources);
    diagnostics.report('PV2002', reference, `there is no source \`${reference.name}\``, hint);
  }
  scope.used.add(`source ${reference.name}`);
  return reference.name;
}

/** A source by name or in words. */
export function cited(node: Cited, context: BuildContext): string {
  const { name } = node;
  return name === undefined ? (node.text ?? '') : sourceName({ ...node, name }, context);
}

/** How sure a statement is, with its sources. */
export function supportOf(clause: SupportClause | undefined, context: BuildContext): { support?: Support } {
  if (clause === undefined) return {};
  const sources = clause.sources.map((source) => sourceName(source, context));
  const confidence = CONFIDENCES.find((letter) => letter === clause.confidence);
  if (confidence !== undefined) return { support: { confidence, sources } };
  const message = `\`${clause.confidence}\` is no degree of confidence`;
  context.diagnostics.report('PV3008', clause, message, 'write A, B, C or D');
  return {};
}

const CONFIDENCES: readonly Confidence[] = ['A', 'B', 'C', 'D'];
