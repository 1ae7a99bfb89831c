import { ANSWERS, dayNumber, TREE } from '../lib/decision.mjs';

function test({ before, upTo, regime, service, fact }) {
  if (before) return `t.day < ${dayNumber(before)}`;
  if (upTo) return `t.day <= ${dayNumber(upTo)}`;
  if (regime) return `t.regime = "${regime}"`;
  return service ? `t.service = "${service}"` : `t.${fact}`;
}
const nest = (node) =>
  typeof node === 'string' ? `"${node}"` : `(if ${test(node[0])} then ${nest(node[1])} else ${nest(node[2])})`;

export const contenders = {
  feel: {
    title: 'feelin (function kept), nested tree',
    tree: true,
    load: async () => {
      const { evaluate } = await import('@bpmn-io/feelin');
      // Keeping a function value is the only way not to parse at every call; it works but is not documented.
      const paragraph = evaluate(`function(t) ${nest(TREE)}`, {}).value;
      const given = [null];
      return {
        decide: (t) => {
          given[0] = t;
          return ANSWERS[paragraph.invoke(given)];
        },
      };
    },
  },
};
