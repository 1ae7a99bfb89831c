import {
  allDeclarations,
  type Declarations,
  type Expression,
  factsByPath,
  isVocabulary,
  type Rulebook,
  type ScalarType,
  type Term,
  type ValueType,
  type Vocabulary,
} from '@proviso/model';

/** What printing must know of the names in a document. */
export interface PrintScope {
  /** The type of a fact by its path. */
  readonly facts: ReadonlyMap<string, ValueType>;
  /** What `it` is, inside `where`. */
  readonly element?: ScalarType;
  /** The names of sources, which are cited without quotes. */
  readonly sources: ReadonlySet<string>;
  readonly declarations: Declarations;
  /** The type of one side of a comparison, where it has single values. */
  typeOf(node: Expression): ScalarType | undefined;
}

/** The scope of a document. */
export function printScope(document: Rulebook | Vocabulary): PrintScope {
  const declarations = isVocabulary(document) ? document : allDeclarations(document);
  const facts = new Map([...factsByPath(declarations)].map(([path, fact]) => [path, fact.type] as const));
  const sources = new Set(isVocabulary(document) ? [] : document.sources.map(({ name }) => name));
  return scopeOf({ facts, sources, declarations });
}

/** The scope of a term: the facts of its party are named by its parameter. */
export function insideTerm(term: Term, scope: PrintScope): PrintScope {
  const { parameter } = term;
  if (parameter === undefined) return scope;
  const facts = new Map(scope.facts);
  const group = scope.declarations.groups.find(({ name }) => name === parameter.group);
  for (const fact of group?.facts ?? []) facts.set(`${parameter.name}.${fact.name}`, fact.type);
  return scopeOf({ ...scope, facts });
}

/** The scope after `where` of a list. */
export function inside(list: string, scope: PrintScope): PrintScope {
  const type = scope.facts.get(list);
  if (type?.kind !== 'list' && type?.kind !== 'set') return scope;
  return scopeOf({ ...scope, element: type.of });
}

function scopeOf(parts: Omit<PrintScope, 'typeOf'>): PrintScope {
  return {
    ...parts,
    typeOf(node) {
      if (node.op === 'element') return parts.element;
      if (node.op === 'count') return { kind: 'integer' };
      if (node.op !== 'fact') return { kind: 'boolean' };
      const type = parts.facts.get(node.fact);
      return type === undefined || type.kind === 'list' || type.kind === 'set' ? undefined : type;
    },
  };
}
