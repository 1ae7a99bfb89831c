import { explain, renderExplanation } from '@proviso/logic';
import { describe, expect, it } from 'vitest';
import { growTree, type ProofNode } from '../../src/answer/proof-tree.ts';
import { readLibrary } from '../../src/prerender/library.ts';
import { RULEBOOKS } from '../helpers/app.ts';

const program = readLibrary(RULEBOOKS).find(({ id }) => id === 'us/wechat')?.program;

describe('a proof as a tree', () => {
  it.each(['short', 'full'] as const)('keeps every line that is not told elsewhere (%s)', (detail) => {
    if (program === undefined) throw new Error('no us/wechat');
    const decider = program.at({ asOf: '2020-09-21' });
    const facts = program.readFacts({ application: 'wechat', activity: 'internet_transit_or_peering' });
    const lines = renderExplanation(explain(decider, facts, { detail }), 'en');
    const { nodes, cited } = growTree(lines);
    const told = texts(nodes);
    for (const { kind, text } of lines) {
      if (kind === 'rule' || kind === 'fact' || kind === 'status') expect(told).toContain(text);
      if (kind === 'need' || kind === 'verdict') expect(told).not.toContain(text);
      if (kind === 'citation') expect(cited).toContain(text);
    }
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.some(({ children }) => children.length > 0)).toBe(true);
  });
});

function texts(nodes: readonly ProofNode[]): readonly string[] {
  return nodes.flatMap(({ text, children }) => [text, ...texts(children)]);
}
