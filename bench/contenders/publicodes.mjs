import { ANSWERS, dayNumber, RULES } from '../lib/decision.mjs';
import { FLAGS } from '../lib/transactions.mjs';

const plain = (fact) => fact.replaceAll('_', ' ');

function conditions({ until, regime, service = [], yes = [], no = [] }) {
  const services = service.map((value) => `service = '${value}'`);
  const all = [
    ...(until ? [`jour <= ${dayNumber(until)}`] : []),
    ...(regime ? [`regime = '${regime}'`] : []),
    ...(services.length > 1 ? [{ 'une de ces conditions': services }] : services),
    ...yes.map(plain),
    ...no.map((fact) => `${plain(fact)} = non`),
  ];
  return all.length === 1 ? all[0] : { 'toutes ces conditions': all };
}

export const contenders = {
  publicodes: {
    title: 'publicodes',
    peer: true,
    slow: true,
    load: async () => {
      const { default: Engine } = await import('publicodes');
      const rules = Object.fromEntries(['jour', 'regime', 'service', ...FLAGS.map(plain)].map((name) => [name, null]));
      rules.paragraphe = {
        variations: [
          ...RULES.map((rule) => ({ si: conditions(rule), alors: `'${rule.paragraph}'` })),
          { sinon: "'N0'" },
        ],
      };
      const logger = {
        log() {},
        warn() {},
        error(message) {
          throw new Error(String(message));
        },
      };
      const engine = new Engine(rules, { logger });
      return {
        decide: (t) => {
          const situation = { jour: t.day, regime: `'${t.regime}'`, service: `'${t.service}'` };
          for (const flag of FLAGS) situation[plain(flag)] = t[flag] ? 'oui' : 'non';
          return ANSWERS[engine.setSituation(situation).evaluate('paragraphe').nodeValue];
        },
      };
    },
  },
};
