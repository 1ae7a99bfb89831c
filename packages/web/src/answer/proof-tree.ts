import type { ExplanationLine, Mark } from '@proviso/logic';

/** A step of a proof with the steps it rests on. */
export interface ProofNode {
  readonly key: string;
  readonly mark: Mark;
  readonly text: string;
  /** Provisions and instruments that it rests on; a rule always links to its own, other steps to what they do not name. */
  readonly cites: readonly string[];
  readonly children: readonly ProofNode[];
}

/** A proof as a tree, and what it cites. */
export interface ProofTree {
  readonly nodes: readonly ProofNode[];
  readonly cited: readonly string[];
}

/** Told in sections of their own. */
const ELSEWHERE: ReadonlySet<ExplanationLine['kind']> = new Set([
  'verdict',
  'by_reading',
  'held_back',
  'presumption',
  'need',
  'citations',
  'citation',
]);

interface Growing {
  readonly node: ProofNode;
  readonly children: ProofNode[];
  readonly depth: number;
  readonly shown: boolean;
}

/** Makes a tree of the lines of a proof, without what the answer tells in sections of its own. */
export function growTree(lines: readonly ExplanationLine[]): ProofTree {
  const nodes: ProofNode[] = [];
  const path: Growing[] = [];
  for (const [index, line] of lines.entries()) {
    while ((path.at(-1)?.depth ?? -1) >= line.depth) path.pop();
    const parent = path.at(-1);
    const inHidden = parent !== undefined && !parent.shown && parent.depth > 0;
    const shown = !ELSEWHERE.has(line.kind) && !inHidden;
    const children: ProofNode[] = [];
    const cites = line.cites.filter((name) => !line.text.includes(name) || line.kind === 'rule');
    const node = { key: String(index), mark: line.mark, text: line.text, cites, children };
    if (shown) (parent?.shown ? parent.children : nodes).push(node);
    path.push({ node, children, depth: line.depth, shown });
  }
  return { nodes, cited: lines.filter(({ kind }) => kind === 'citation').map(({ text }) => text) };
}
