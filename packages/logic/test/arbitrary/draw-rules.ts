import type { Due, Rule, Rulebook, RuleKind, Target, ValueType } from '@proviso/model';
import { liftersOf, liftingOrder, reaches } from '../oracle/lifting.ts';
import { ALWAYS } from './build.ts';
import type { Choices } from './choices.ts';
import { drawCondition, type Speech } from './draw-conditions.ts';
import { DAYS, drawSharp } from './draw-law.ts';
import { drawText, optionalText } from './draw-text.ts';

/** Two to six rules; those that lift come after what they lift by name, and lifting never runs in a circle. */
export function drawRules(
  choices: Choices,
  speech: Speech,
  law: Pick<Rulebook, 'instruments' | 'provisions' | 'events'>,
): readonly Rule[] {
  const provisions = law.provisions.map((it) => it.name);
  const sharpEvents = law.events.filter(({ on }) => on.kind === 'date').map((it) => it.name);
  const rules: Rule[] = [];
  const count = choices.between(2, 6);
  for (let n = 1; n <= count; n++) {
    const kind = n === 1 ? choices.pick<RuleKind>(['prohibition', 'restriction']) : choices.pick(KINDS);
    const earlier = rules.filter((rule) => rule.kind !== 'duty' || choices.chance(40)).map((rule) => rule.name);
    const base = {
      name: `rule_${n}`,
      ...optionalText(choices, 'label'),
      per: choices.some(provisions, 1, choices.chance(20) ? 2 : 1),
      when: choices.chance(12) ? ALWAYS : drawCondition(choices, speech, LIFTING.has(kind) ? 1 : 2),
      lifts: drawTargets(choices, kind, earlier, [...law.instruments.map((it) => it.name), ...provisions]),
      leaves: choices.chance(10) ? choices.some(earlier, 0, 1).map((rule): Target => ({ kind: 'rule', rule })) : [],
    };
    const rule = drawRule(choices, kind, base, speech, sharpEvents);
    rules.push(isAcyclic([...rules, rule], law) ? rule : { ...rule, lifts: [] });
  }
  const reachable = (rule: Rule, target: Target) =>
    rules.some((other) => reaches({ rules, provisions: law.provisions }, rule, target, other));
  return rules.map((rule) => ({ ...rule, lifts: rule.lifts.filter((target) => reachable(rule, target)) }));
}

const LIFTING: ReadonlySet<RuleKind> = new Set(['exemption', 'licence']);

const KINDS: readonly RuleKind[] = [
  'exemption',
  'prohibition',
  'licence',
  'restriction',
  'exemption',
  'prohibition',
  'duty',
  'exemption',
  'licence',
  'restriction',
];

type Base = Pick<Rule, 'name' | 'label' | 'per' | 'when' | 'lifts' | 'leaves'>;

function drawRule(choices: Choices, kind: RuleKind, base: Base, speech: Speech, sharpEvents: readonly string[]): Rule {
  switch (kind) {
    case 'restriction':
      return {
        kind,
        ...base,
        onlyIf: choices.times(choices.between(1, 2), (n) => ({
          name: `condition_${n + 1}`,
          ...optionalText(choices, 'label'),
          that: drawCondition(choices, speech, 1),
        })),
        otherwise: choices.pick(['prohibited', 'restricted']),
      };
    case 'licence':
      return {
        kind,
        ...base,
        ...optionalText(choices, 'holder'),
        ...(choices.chance(40) ? { validFrom: drawSharp(choices, []) } : {}),
        ...(choices.chance(40) ? { validUntil: drawSharp(choices, sharpEvents) } : {}),
      };
    case 'duty':
      return {
        kind,
        ...base,
        must: drawText(choices),
        ...(choices.chance(70) ? { due: drawDue(choices, speech, sharpEvents) } : {}),
      };
    default:
      return { kind, ...base };
  }
}

function drawDue(choices: Choices, speech: Speech, sharpEvents: readonly string[]): Due {
  const amount = choices.between(1, 40);
  const unit = choices.pick(['days', 'months', 'years'] as const);
  switch (choices.below(6)) {
    case 1:
      return { kind: 'yearly', day: choices.pick(['03-01', '12-31', '06-01']) };
    case 2:
      return { kind: 'by', moment: { kind: 'date', date: choices.pick(DAYS), at: 'start' } };
    case 3:
      return { kind: 'for', amount, unit };
    case 4: {
      const fact = choices.maybe(speech.facts.filter(([, type]) => isTemporal(type)));
      if (fact !== undefined) return { kind: 'within', amount, unit, after: { kind: 'fact', name: fact[0] } };
      break;
    }
    case 5: {
      const event = choices.maybe(sharpEvents);
      if (event !== undefined) return { kind: 'within', amount, unit, after: { kind: 'event', name: event } };
    }
  }
  return { kind: 'within', amount, unit, after: { kind: 'as_of' } };
}

function isTemporal(type: ValueType): boolean {
  return type.kind === 'date' || type.kind === 'instant';
}

function drawTargets(
  choices: Choices,
  kind: RuleKind,
  earlier: readonly string[],
  holders: readonly string[],
): readonly Target[] {
  if (kind === 'duty' || !choices.chance(LIFTING.has(kind) ? 95 : 12)) return [];
  if (choices.chance(25)) {
    const rules = choices.pick<RuleKind | 'rule'>(['prohibition', 'restriction', 'rule', 'exemption']);
    return [choices.chance(60) ? { kind: 'every', rules, of: choices.pick(holders) } : { kind: 'every', rules }];
  }
  return choices.some(earlier, 1, 2).map((rule) => ({ kind: 'rule', rule }));
}

/** Acyclic even if a rule belonged to every provision of its `per`, and not to the first alone. */
function isAcyclic(rules: readonly Rule[], { provisions }: Pick<Rulebook, 'provisions'>): boolean {
  const lifters = rules.map((rule, index) => {
    const readings = rule.per.map((name) => rules.with(index, { ...rule, per: [name] }));
    return readings.flatMap((read) => liftersOf({ rules: read, provisions })[index] ?? []);
  });
  return liftingOrder(lifters) !== undefined;
}
