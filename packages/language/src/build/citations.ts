import type { Confidence, Support } from '@proviso/model';
import type { Cited, PerClause, Reference, SupportClause } from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { noSuch, notA } from '../link/kinds.ts';
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
      { en: 'a vocabulary cites a provision', zh: '词汇表引用了规定' },
      {
        en: 'leave `per` out, or move the declaration to the rulebook that has the provision',
        zh: '请删去 `per`，或将该声明移至含有该规定的规则书',
      },
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
      parts.length === 0
        ? { en: 'declare a provision of it', zh: '请为其声明一条规定' }
        : { en: `name one of its provisions, such as \`${parts[0]}\``, zh: `请写其中一条规定，例如 \`${parts[0]}\`` };
    diagnostics.report('PV2003', reference, notA('provision', name, 'instrument'), hint);
  } else {
    const hint = proposal(name, scope.provisions.keys());
    diagnostics.report('PV3009', reference, noSuch('provision', name), hint);
  }
  return name;
}

/** The name of an instrument or provision that must be declared. */
export function lawName(reference: Reference, context: BuildContext): string {
  const { scope, diagnostics } = context;
  const { name } = reference;
  if (!scope.provisions.has(name) && !scope.instruments.has(name)) {
    const hint = proposal(name, [...scope.instruments, ...scope.provisions.keys()]);
    diagnostics.report('PV3009', reference, noSuch(['instrument', 'provision'], name), hint);
  }
  return name;
}

/** The name of an instrument that must be declared. */
export function instrumentName(reference: Reference, context: BuildContext): string {
  const { scope, diagnostics } = context;
  const { name } = reference;
  if (scope.instruments.has(name)) return name;
  if (scope.provisions.has(name))
    diagnostics.report('PV2003', reference, notA('instrument', name, 'provision'), {
      en: 'name its instrument',
      zh: '请写它所属的法律文件',
    });
  else {
    const hint = proposal(name, scope.instruments);
    diagnostics.report('PV3009', reference, noSuch('instrument', name), hint);
  }
  return name;
}

/** The name of a source that must be declared. */
export function sourceName(reference: Reference | (Cited & { readonly name: string }), context: BuildContext): string {
  const { scope, diagnostics } = context;
  if (!scope.sources.has(reference.name)) {
    const hint = proposal(reference.name, scope.sources);
    diagnostics.report('PV2002', reference, noSuch('source', reference.name), hint);
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
  const message = {
    en: `\`${clause.confidence}\` is no degree of confidence`,
    zh: `\`${clause.confidence}\` 不是可信度等级`,
  };
  context.diagnostics.report('PV3008', clause, message, { en: 'write A, B, C or D', zh: '请写 A、B、C 或 D' });
  return {};
}

const CONFIDENCES: readonly Confidence[] = ['A', 'B', 'C', 'D'];
