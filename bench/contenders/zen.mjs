import { ANSWERS, dayNumber, RULES, TREE } from '../lib/decision.mjs';
import { FLAGS, plainFacts } from '../lib/transactions.mjs';

const INPUTS = ['day', 'regime', 'service', ...FLAGS];

const graph = (node) => ({
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 }, content: {} },
    { id: 'law', name: 'law', position: { x: 1, y: 0 }, ...node },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 }, content: {} },
  ],
  edges: [
    { id: 'a', sourceId: 'in', targetId: 'law', type: 'edge' },
    { id: 'b', sourceId: 'law', targetId: 'out', type: 'edge' },
  ],
});

function cells({ paragraph, until, regime, service, yes = [], no = [] }) {
  const row = Object.fromEntries(INPUTS.map((input) => [input, '']));
  if (until) row.day = `<= ${dayNumber(until)}`;
  if (regime) row.regime = `"${regime}"`;
  if (service) row.service = service.map((value) => `"${value}"`).join(', ');
  for (const fact of yes) row[fact] = 'true';
  for (const fact of no) row[fact] = 'false';
  return { _id: paragraph, ...row, paragraph: `"${paragraph}"` };
}
const decisionTable = graph({
  type: 'decisionTableNode',
  content: {
    hitPolicy: 'first',
    passThrough: false,
    inputField: null,
    executionMode: 'single',
    outputPath: null,
    inputs: INPUTS.map((input) => ({ id: input, name: input, field: input })),
    outputs: [{ id: 'paragraph', name: 'paragraph', field: 'paragraph' }],
    rules: [...RULES, { paragraph: 'N0' }].map(cells),
  },
});

function test({ before, upTo, regime, service, fact }) {
  if (before) return `day < ${dayNumber(before)}`;
  if (upTo) return `day <= ${dayNumber(upTo)}`;
  if (regime) return `regime == "${regime}"`;
  return service ? `service == "${service}"` : fact;
}
const nest = (node) =>
  typeof node === 'string' ? `"${node}"` : `(${test(node[0])} ? ${nest(node[1])} : ${nest(node[2])})`;
const expression = graph({
  type: 'expressionNode',
  content: {
    passThrough: false,
    inputField: 'items',
    executionMode: 'loop',
    outputPath: 'results',
    expressions: [{ id: 'x', key: 'paragraph', value: nest(TREE) }],
  },
});

const open = async (content) => {
  const { ZenDecisionContent, ZenEngine } = await import('@gorules/zen-engine');
  return new ZenEngine().createDecision(new ZenDecisionContent(content));
};
export const contenders = {
  zen: {
    title: 'zen-engine, decision table, one by one',
    peer: true,
    load: async () => {
      const decision = await open(decisionTable);
      return {
        prepare: plainFacts,
        decideLater: async (facts) => ANSWERS[(await decision.evaluate(facts)).result.paragraph],
      };
    },
  },
  'zen-batch': {
    title: 'zen-engine, nested tree, batches of 1,000',
    tree: true,
    batch: 1000,
    load: async () => {
      const decision = await open(expression);
      return {
        prepare: plainFacts,
        decideMany: async (items) => {
          const { result } = await decision.evaluate({ items });
          return result.results.map(({ paragraph }) => ANSWERS[paragraph]);
        },
      };
    },
  },
};
