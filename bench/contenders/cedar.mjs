import { ANSWERS, dayNumber, EFFECTIVE, RULES } from '../lib/decision.mjs';
import { plainFacts, SERVICES } from '../lib/transactions.mjs';

// A permit for each ground on which the dealing may go ahead, a forbid for each prohibition; the service is the action, so
// that the engine filters by scope. All policies that determine the outcome come back; the strongest names the paragraph.
const IN_FORCE = `context.day >= ${dayNumber(EFFECTIVE)} && context.regime == "as_written"`;
const RANK = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'S0', 'S1', 'S2', 'E1', 'E2', 'E3', 'E4', 'N0'];

const scope = (services) =>
  services === undefined
    ? 'action'
    : services.length === 1
      ? `action == Action::"${services[0]}"`
      : `action in [${services.map((service) => `Action::"${service}"`).join(', ')}]`;
const facts = ({ yes = [], no = [] }) => [
  ...yes.map((fact) => `context.${fact}`),
  ...no.map((fact) => `!context.${fact}`),
];
const when = (conditions) => (conditions.length === 0 ? '' : ` when { ${conditions.join(' && ')} }`);
const exceptions = RULES.filter(({ paragraph }) => paragraph[0] === 'E');

/** What lifts a prohibition of one service: only exceptions that can meet it, without what the prohibition demands anyway. */
function unless(service, rule) {
  const grounds = exceptions
    .filter((exception) => exception.service === undefined || exception.service.includes(service))
    .filter((exception) => !(exception.no ?? []).some((fact) => rule.yes.includes(fact)))
    .map((exception) => {
      const rest = facts({ ...exception, yes: exception.yes.filter((fact) => !rule.yes.includes(fact)) });
      return rest.length === 0 ? 'true' : `(${rest.join(' && ')})`;
    });
  return grounds.length === 0 ? '' : ` unless { ${grounds.join(' || ')} }`;
}

function policies() {
  const written = { N0: 'permit(principal, action, resource);' };
  for (const rule of RULES) {
    const { paragraph, until, regime, service } = rule;
    if (paragraph[0] === 'S') {
      const conditions = [
        ...(until ? [`context.day <= ${dayNumber(until)}`] : []),
        ...(regime ? [`context.regime == "${regime}"`, `context.day >= ${dayNumber(EFFECTIVE)}`] : []),
      ];
      written[paragraph] = `permit(principal, action, resource)${when(conditions)};`;
    } else if (paragraph[0] === 'E') {
      written[paragraph] = `permit(principal, ${scope(service)}, resource)${when([IN_FORCE, ...facts(rule)])};`;
    } else {
      for (const one of service) {
        written[`${paragraph}-${one}`] =
          `forbid(principal, ${scope([one])}, resource)${when([IN_FORCE, ...facts(rule)])}${unless(one, rule)};`;
      }
    }
  }
  return written;
}

function paragraph(answer) {
  if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0)
    throw new Error(JSON.stringify(answer));
  let best = RANK.length;
  for (const reason of answer.response.diagnostics.reason) best = Math.min(best, RANK.indexOf(reason.slice(0, 2)));
  // S1 and S2 overlap in these policies; the table of ranks keeps the earlier.
  return ANSWERS[RANK[best]];
}

export const contenders = {
  cedar: {
    title: 'cedar-wasm, policies prepared',
    peer: true,
    // Node 20 sometimes ends in the optimiser while it inlines calls into this module.
    flags: ['--no-turbo-inline-js-wasm-calls'],
    load: async () => {
      const { default: cedar } = await import('@cedar-policy/cedar-wasm/nodejs');
      const prepared = cedar.preparsePolicySet('wechat', { staticPolicies: policies() });
      if (prepared.type !== 'success') throw new Error(JSON.stringify(prepared));
      const actions = Object.fromEntries(SERVICES.map((service) => [service, { type: 'Action', id: service }]));
      return {
        prepare: plainFacts,
        decide: ({ service, ...context }) =>
          paragraph(
            cedar.statefulIsAuthorized({
              principal: { type: 'Party', id: 'party' },
              action: actions[service],
              resource: { type: 'Deal', id: 'deal' },
              context,
              preparsedPolicySetId: 'wechat',
              entities: [],
            }),
          ),
      };
    },
  },
};
