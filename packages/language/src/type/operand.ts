import type { Expression, Said, ValueType } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import type * as ast from '../generated/ast.ts';
import { proposal } from '../link/find.ts';
import { type Kind, noSuch, notA } from '../link/kinds.ts';
import type { AstNode } from '../parser/span.ts';

/** Where an expression stands: what `it` is, and the party that a term is over. */
export interface Place {
  readonly element?: ValueType;
  readonly parameter?: { readonly name: string; readonly group: string };
}

/** An expression with its type. */
export interface Typed {
  readonly expression: Expression;
  readonly type: ValueType;
}

/** The type of a fact by its path, which may begin with the party that the term is over. Reports a path that leads nowhere. */
export function factType(
  path: ast.Path,
  place: Place,
  context: BuildContext,
): { path: string; type: ValueType } | undefined {
  const { scope } = context;
  const { first, second } = path;
  const written = second === undefined ? first : `${first}.${second}`;
  if (second !== undefined && place.parameter?.name === first) {
    const facts = scope.groups.get(place.parameter.group)?.facts ?? [];
    const fact = facts.find((candidate) => candidate.name === second);
    if (fact !== undefined) {
      use(`${place.parameter.group}.${second}`, fact.decidesNothing, path, context);
      return { path: written, type: fact.type };
    }
    const names = facts.map(({ name }) => `${first}.${name}`);
    reportUnknown(path, written, names, context);
    return undefined;
  }
  const fact = scope.facts.get(written);
  if (fact !== undefined) {
    const group = second === undefined ? undefined : scope.parties.get(first)?.group;
    use(group === undefined ? written : `${group}.${second}`, fact.decidesNothing, path, context);
    return { path: written, type: fact.type };
  }
  reportUnknown(path, written, scope.facts.keys(), context);
  return undefined;
}

function use(path: string, decidesNothing: boolean | undefined, at: AstNode, context: BuildContext): void {
  context.scope.used.add(`fact ${path}`);
  if (decidesNothing === true)
    context.diagnostics.report(
      'PV2021',
      at,
      {
        en: `\`${path}\` is declared to decide nothing, but is used here`,
        zh: `\`${path}\` 已声明不起作用，却用在此处`,
      },
      {
        en: 'take it out of the condition, or take `decides nothing` back',
        zh: '请将其从条件中删去，或撤去 `decides nothing`',
      },
    );
}

function reportUnknown(at: AstNode, name: string, names: Iterable<string>, context: BuildContext): void {
  const kind = context.scope.kindOf(name);
  if (kind !== undefined && kind !== 'fact')
    context.diagnostics.report('PV2003', at, notA('fact', name, kind), { en: 'name a fact', zh: '请写一个事实' });
  else context.diagnostics.report('PV2002', at, noSuch('fact', name), proposal(name, names));
}

/** A name or path in a condition: fact, term, open point, parameter, or a reading that lacks its `is`. */
export function pathOperand(node: ast.Path, place: Place, context: BuildContext): Typed | undefined {
  const { scope, diagnostics } = context;
  const { first, second } = node;
  if (second === undefined) {
    const term = scope.terms.get(first);
    if (term !== undefined) {
      scope.used.add(`term ${first}`);
      if (term.group !== undefined) {
        const message = {
          en: `term \`${first}\` is over a party of group \`${term.group}\``,
          zh: `术语 \`${first}\` 针对组 \`${term.group}\` 的当事方`,
        };
        const hint = { en: `write \`${first}(PARTY)\``, zh: `请写 \`${first}(PARTY)\`` };
        diagnostics.report('PV2018', node, message, hint);
      }
      return { expression: { op: 'term', term: first }, type: { kind: 'boolean' } };
    }
    if (scope.opens.has(first)) return { expression: { op: 'open', open: first }, type: { kind: 'boolean' } };
    const parameter = scope.parameters.get(first);
    if (parameter !== undefined) {
      scope.used.add(`parameter ${first}`);
      return { expression: { op: 'parameter', parameter: first }, type: parameter.type };
    }
    const reading = scope.readings.get(first);
    if (reading !== undefined) {
      const alternative = reading.alternatives[0]?.name ?? 'ALTERNATIVE';
      const message = {
        en: `\`${first}\` is a reading, which is not true or false by itself`,
        zh: `\`${first}\` 是解释问题，本身无所谓成立与否`,
      };
      const sample = `\`${first} is ${alternative}\``;
      diagnostics.report('PV2015', node, message, { en: `write ${sample}`, zh: `请写 ${sample}` });
      return undefined;
    }
    if (scope.facts.get(first) === undefined) {
      const names = [...scope.facts.keys(), ...scope.terms.keys(), ...scope.opens, ...scope.readings.keys()];
      const kind = scope.kindOf(first) ?? (place.parameter?.name === first ? 'party' : undefined);
      if (kind !== undefined) diagnostics.report('PV2003', node, notA('condition', first, kind), kindHint(first, kind));
      else diagnostics.report('PV2002', node, noSuch(['fact', 'term'], first), proposal(first, names));
      return undefined;
    }
  }
  const fact = factType(node, place, context);
  return fact === undefined ? undefined : { expression: { op: 'fact', fact: fact.path }, type: fact.type };
}

function kindHint(name: string, kind: Kind): Said {
  if (kind === 'list') return { en: `write \`FACT is in ${name}\``, zh: `请写 \`FACT is in ${name}\`` };
  return kind === 'party'
    ? { en: `name one of its facts: \`${name}.FACT\``, zh: `请写它的某个事实：\`${name}.FACT\`` }
    : { en: 'name a fact or a term', zh: '请写一个事实或术语' };
}

/** A term over a party: `subsidiary(counterparty)`. */
export function applicationOperand(node: ast.Application, place: Place, context: BuildContext): Typed | undefined {
  const { scope, diagnostics } = context;
  const party = node.party.name;
  const term = scope.terms.get(node.term);
  if (term === undefined) {
    diagnostics.report('PV2002', node, noSuch('term', node.term), proposal(node.term, scope.terms.keys()));
    return undefined;
  }
  scope.used.add(`term ${node.term}`);
  const group = place.parameter?.name === party ? place.parameter.group : scope.parties.get(party)?.group;
  if (term.group === undefined)
    diagnostics.report(
      'PV2018',
      node,
      { en: `term \`${node.term}\` is not over a party`, zh: `术语 \`${node.term}\` 不针对当事方` },
      { en: `write \`${node.term}\``, zh: `请写 \`${node.term}\`` },
    );
  else if (group === undefined)
    diagnostics.report('PV2002', node.party, noSuch('party', party), proposal(party, scope.parties.keys()));
  else if (group !== term.group)
    diagnostics.report(
      'PV2018',
      node.party,
      {
        en: `\`${party}\` is of group \`${group}\`, but term \`${node.term}\` is over group \`${term.group}\``,
        zh: `\`${party}\` 属于组 \`${group}\`，而术语 \`${node.term}\` 针对组 \`${term.group}\``,
      },
      { en: `name a party of group \`${term.group}\``, zh: `请写组 \`${term.group}\` 的当事方` },
    );
  if (group !== undefined) scope.used.add(`party ${party}`);
  return { expression: { op: 'term', term: node.term, party }, type: { kind: 'boolean' } };
}

/** Reads one side of a comparison. */
export type Operand = (node: ast.Expression, place: Place, context: BuildContext) => Typed | undefined;
