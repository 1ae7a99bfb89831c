import { ANSWERS, dayNumber, RULES, TREE } from '../lib/decision.mjs';

const variable = (name) => ({ var: name });
const is = (name, value) => ({ '===': [variable(name), value] });

function conditions({ from, until, regime, service, yes = [], no = [] }) {
  return [
    ...(from ? [{ '>=': [variable('day'), dayNumber(from)] }] : []),
    ...(until ? [{ '<=': [variable('day'), dayNumber(until)] }] : []),
    ...(regime ? [is('regime', regime)] : []),
    ...(service
      ? [service.length === 1 ? is('service', service[0]) : { or: service.map((s) => is('service', s)) }]
      : []),
    ...yes.map(variable),
    ...no.map((fact) => ({ '!': variable(fact) })),
  ];
}
const all = (list) => (list.length === 1 ? list[0] : { and: list });
const inOrder = { if: [...RULES.flatMap((rule) => [all(conditions(rule)), rule.paragraph]), 'N0'] };

function test({ before, upTo, regime, service, fact }) {
  if (before) return { '<': [variable('day'), dayNumber(before)] };
  if (upTo) return { '<=': [variable('day'), dayNumber(upTo)] };
  if (regime) return is('regime', regime);
  return service ? is('service', service) : variable(fact);
}
const nest = (node) => (typeof node === 'string' ? node : { if: [test(node[0]), nest(node[1]), nest(node[2])] });

const compiled = (logic) => async () => {
  const { LogicEngine } = await import('json-logic-engine');
  const paragraph = new LogicEngine().build(logic);
  return { decide: (t) => ANSWERS[paragraph(t)] };
};

export const contenders = {
  'json-logic': { title: 'json-logic-engine compiled, rules', peer: true, load: compiled(inOrder) },
  'json-logic-tree': {
    title: 'json-logic-engine compiled, nested tree',
    tree: true,
    load: compiled(nest(TREE)),
  },
};
