import type { DeclarationKind } from '@proviso/model';
import { firstWordOf, nameRangeOf, rangeOf } from '../diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Block } from '../lexer/blocks.ts';
import { stretchOf } from '../parser/span.ts';
import type { Position } from '../positions.ts';
import type { BuildContext } from './context.ts';

/** A declaration of the document with the block it stands in. */
export interface Declared {
  readonly node: ast.Declaration;
  /** Index of its block. */
  readonly block: number;
  /** The facts of a group: those that stand in its block. */
  readonly facts: readonly ast.Fact[];
}

/** The declarations of a document. The end of a block ends a group: facts after it are facts by themselves. */
export function declarationsOf(
  nodes: readonly ast.Declaration[],
  blocks: readonly Block[],
  context: BuildContext,
): readonly Declared[] {
  const found: Declared[] = [];
  for (const node of nodes) {
    const block = blockOf(node, blocks);
    const facts = node.$type === 'Group' ? node.facts.filter((fact) => blockOf(fact, blocks) === block) : [];
    const strays = node.$type === 'Group' ? node.facts.filter((fact) => blockOf(fact, blocks) !== block) : [];
    found.push({ node, block, facts });
    for (const fact of strays) found.push({ node: fact, block: blockOf(fact, blocks), facts: [] });
  }
  for (const { node, block } of found) {
    const end = blocks[block]?.contentEnd ?? Number.POSITIVE_INFINITY;
    const runsOver = node.$type !== 'Group' && stretchOf(node).end > end;
    if (!runsOver) continue;
    const message = { en: 'this declaration goes on in another block', zh: '此声明延续到了另一个代码块' };
    const hint = { en: 'move its clauses into the block it begins in', zh: '请将其子句移到它开始的代码块中' };
    context.diagnostics.report('PV1014', firstWordOf(node), message, hint);
  }
  return found;
}

function blockOf(node: ast.Declaration, blocks: readonly Block[]): number {
  const { start } = stretchOf(node);
  return blocks.findIndex((block) => block.contentStart <= start && start < block.contentEnd);
}

const KINDS: Readonly<Record<ast.Declaration['$type'], DeclarationKind>> = {
  Header: 'header',
  Source: 'source',
  Instrument: 'instrument',
  Provision: 'provision',
  LegalEvent: 'event',
  Enumeration: 'enumeration',
  DatedList: 'list',
  Parameter: 'parameter',
  Fact: 'fact',
  Group: 'group',
  Party: 'party',
  Term: 'term',
  Assumption: 'assumption',
  Reading: 'reading',
  Open: 'open',
  Prohibition: 'rule',
  Restriction: 'rule',
  Exemption: 'rule',
  Licence: 'rule',
  Duty: 'rule',
  Residual: 'residual',
  Situation: 'situation',
  Example: 'example',
};

/** A declaration as far as it could be read. */
export interface Sketch {
  readonly $type: ast.Declaration['$type'];
  readonly name?: string;
  readonly facts?: readonly Sketch[];
}

/** What a declaration is. */
export function kindOf(node: Sketch): DeclarationKind {
  return KINDS[node.$type];
}

/** The name of a declaration; empty for the header and the residual. */
export function nameOf(node: Sketch): string {
  return node.name ?? '';
}

/** Where the declarations stand; works on a document with syntax errors too. */
export function positionsOf(declarations: readonly Sketch[]): readonly Position[] {
  return declarations.flatMap((node) => [
    positionOf(node, nameOf(node)),
    ...(node.facts ?? []).map((fact) => positionOf(fact, `${nameOf(node)}.${nameOf(fact)}`)),
  ]);
}

function positionOf(node: Sketch, name: string): Position {
  return { kind: kindOf(node), name, range: rangeOf(node), nameRange: nameRangeOf(node) };
}
