import { generate } from '../../dist/screen-engine.mjs';
import { ALWAYS, TRIED } from './conditions.mjs';
import { QUESTION, readProgram } from './question.mjs';

const number = (row) => ({ ...row, parent_ownership_percent: Number(row.parent_ownership_percent) });

function zenText(condition) {
  if (condition.all) return `(${condition.all.map(zenText).join(' and ')})`;
  if (condition.any) return `(${condition.any.map(zenText).join(' or ')})`;
  const { fact, within, above } = condition;
  if (within) return `${fact} in [${within.map((value) => `"${value}"`).join(', ')}]`;
  if (above !== undefined) return `${fact} > ${above}`;
  return `${fact} == ${JSON.stringify(condition.is)}`;
}

const zenTree = `${zenText(ALWAYS)} ? (${TRIED.map(([verdict, test]) => `${zenText(test)} ? "${verdict}" : `).join('')} "not_restricted") : "not_restricted"`;

async function zen(loop) {
  const { ZenDecisionContent, ZenEngine } = await import('@gorules/zen-engine');
  const node = (id, type, content) => ({ id, name: id, type, position: { x: 0, y: 0 }, content });
  const content = new ZenDecisionContent({
    nodes: [
      node('in', 'inputNode', {}),
      node('law', 'expressionNode', {
        passThrough: false,
        inputField: loop ? 'items' : null,
        executionMode: loop ? 'loop' : 'single',
        outputPath: loop ? 'results' : null,
        expressions: [{ id: 'x', key: 'verdict', value: zenTree }],
      }),
      node('out', 'outputNode', {}),
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'law', type: 'edge' },
      { id: 'b', sourceId: 'law', targetId: 'out', type: 'edge' },
    ],
  });
  return new ZenEngine().createDecision(content);
}

function jsonRules(condition) {
  if (condition.all) return { all: condition.all.map(jsonRules) };
  if (condition.any) return { any: condition.any.map(jsonRules) };
  const { fact, within, above } = condition;
  if (within) return { fact, operator: 'in', value: within };
  if (above !== undefined) return { fact, operator: 'greaterThan', value: above };
  // The app first: it is the most selective and cuts the rest short.
  return { fact, operator: 'equal', value: condition.is, ...(fact === 'application' ? { priority: 10 } : {}) };
}

/** name -> `{ title, load }`; `load` gives `prepare` (outside the clock) and `decideAll` (prepared rows to verdicts). */
export const contenders = {
  decide: {
    title: 'Proviso, decide: the whole explained answer',
    load: () => {
      const program = readProgram();
      const decider = program.at(QUESTION);
      return {
        prepare: (row) => program.readFacts(row),
        decideAll: (rows) => rows.map((facts) => decider.decide(facts).verdict),
      };
    },
  },
  generated: {
    title: 'Proviso, generated code: verdict',
    load: () => {
      const program = readProgram();
      const { verdict } = generate(program, { knownOn: QUESTION.knownOn });
      return {
        prepare: (row) => program.readFacts(row),
        decideAll: (rows) => rows.map((facts) => verdict(facts, QUESTION.asOf)),
      };
    },
  },
  'zen-batch': {
    title: 'zen-engine, nested tree, batches of 1,000',
    load: async () => {
      const decision = await zen(true);
      return {
        prepare: number,
        decideAll: async (rows) => {
          const verdicts = [];
          for (let from = 0; from < rows.length; from += 1000) {
            const { result } = await decision.evaluate({ items: rows.slice(from, from + 1000) });
            for (const { verdict } of result.results) verdicts.push(verdict);
          }
          return verdicts;
        },
      };
    },
  },
  zen: {
    title: 'zen-engine, nested tree, one by one',
    load: async () => {
      const decision = await zen(false);
      return {
        prepare: number,
        decideAll: async (rows) => {
          const verdicts = [];
          for (const row of rows) verdicts.push((await decision.evaluate(row)).result.verdict);
          return verdicts;
        },
      };
    },
  },
  'json-rules': {
    title: 'json-rules-engine, three rules, stops at first',
    load: async () => {
      const { default: library } = await import('json-rules-engine');
      const engine = new library.Engine([], { allowUndefinedFacts: true });
      TRIED.forEach(([verdict, test], place) => {
        engine.addRule({
          conditions: { all: [...jsonRules(ALWAYS).all, jsonRules(test)] },
          event: { type: verdict },
          priority: TRIED.length - place,
        });
      });
      engine.on('success', () => engine.stop());
      return {
        prepare: number,
        decideAll: async (rows) => {
          const verdicts = [];
          for (const row of rows) {
            const { events } = await engine.run(row);
            verdicts.push(events[0]?.type ?? 'not_restricted');
          }
          return verdicts;
        },
      };
    },
  },
};
