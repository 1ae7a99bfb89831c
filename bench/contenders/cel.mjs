import { ANSWERS, RULES, TREE } from '../lib/decision.mjs';
import { FLAGS } from '../lib/transactions.mjs';

function condition({ until, regime, service = [], yes = [], no = [] }) {
  const services = service.map((value) => `service == "${value}"`).join(' || ');
  return [
    ...(until ? [`date <= "${until}"`] : []),
    ...(regime ? [`regime == "${regime}"`] : []),
    ...yes,
    ...no.map((fact) => `!${fact}`),
    ...(services ? [`(${services})`] : []),
  ].join(' && ');
}
const inOrder = `${RULES.map((rule) => `${condition(rule)} ? "${rule.paragraph}" : `).join('\n')}"N0"`;

function test({ before, upTo, regime, service, fact }) {
  if (before) return `date < "${before}"`;
  if (upTo) return `date <= "${upTo}"`;
  if (regime) return `regime == "${regime}"`;
  return service ? `service == "${service}"` : fact;
}
const nest = (node) =>
  typeof node === 'string' ? `"${node}"` : `(${test(node[0])} ? ${nest(node[1])} : ${nest(node[2])})`;

const typed = (expression) => async () => {
  const { Environment } = await import('@marcbachmann/cel-js');
  const environment = new Environment();
  for (const flag of FLAGS) environment.registerVariable(flag, 'bool');
  for (const text of ['date', 'regime', 'service']) environment.registerVariable(text, 'string');
  const paragraph = environment.parse(expression);
  const check = paragraph.check();
  if (!check.valid) throw check.error;
  return { decide: (t) => ANSWERS[paragraph(t)] };
};

export const contenders = {
  cel: { title: '@marcbachmann/cel-js, rules', peer: true, load: typed(inOrder) },
  'cel-tree': { title: '@marcbachmann/cel-js, nested tree', tree: true, load: typed(nest(TREE)) },
};
