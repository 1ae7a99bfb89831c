import { ANSWERS, dayNumber, RULES } from '../lib/decision.mjs';

/** The service first: it is the most selective condition and cuts the others short. */
function conditions({ until, regime, service, yes = [], no = [] }) {
  const equal = (fact, value, priority = 1) => ({ fact, operator: 'equal', value, priority });
  const services =
    service?.length === 1
      ? [equal('service', service[0], 10)]
      : service
        ? [{ fact: 'service', operator: 'in', value: service, priority: 10 }]
        : [];
  return [
    ...(until ? [{ fact: 'day', operator: 'lessThanInclusive', value: dayNumber(until), priority: 1 }] : []),
    ...(regime ? [equal('regime', regime)] : []),
    ...services,
    ...yes.map((fact) => equal(fact, true)),
    ...no.map((fact) => equal(fact, false)),
  ];
}

// Rules of one letter exclude each other, except among the exceptions, where E3 yields to the others.
const PRIORITY = { S: 40, E: 30, P: 10 };
const priority = (paragraph, position) =>
  paragraph === 'E3' ? 20 : PRIORITY[paragraph[0]] - (paragraph[0] === 'S' ? position : 0);

export const contenders = {
  'json-rules': {
    title: 'json-rules-engine, rules, stops at first',
    peer: true,
    load: async () => {
      const { default: library } = await import('json-rules-engine');
      const engine = new library.Engine([], { allowUndefinedFacts: true });
      RULES.forEach((rule, position) => {
        engine.addRule({
          conditions: { all: conditions(rule) },
          event: { type: rule.paragraph },
          priority: priority(rule.paragraph, position),
        });
      });
      engine.on('success', () => engine.stop());
      return {
        decideLater: async (t) => {
          const { events } = await engine.run(t);
          return events.length === 0 ? ANSWERS.N0 : ANSWERS[events[0].type];
        },
      };
    },
  },
};
