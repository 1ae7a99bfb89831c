import type {
  Comparison,
  Enumeration,
  Exemption,
  Expression,
  Fact,
  Instrument,
  LegalEvent,
  Licence,
  Prohibition,
  Provision,
  Reading,
  Restriction,
  Rule,
  Rulebook,
  ScalarType,
  ScalarValue,
  Target,
  Value,
  ValueType,
} from '@proviso/model';
import { zoneTable } from '@proviso/model/zone-table';

/** The boolean type. */
export const BOOLEAN: ScalarType = { kind: 'boolean' };
/** The condition of a rule that always applies. */
export const ALWAYS: Expression = { op: 'value', type: BOOLEAN, value: true };

const zones = new Map<string, Rulebook['zone']>();

/** A zone with its offsets. */
export function zone(id: string): Rulebook['zone'] {
  const table = zones.get(id) ?? zoneTable(id);
  zones.set(id, table);
  return table;
}

/**
 * A rulebook from the parts that a test cares about. Unless it brings its own law, there is one instrument `LAW`
 * with the provisions `P-1`, `P-2` and `P-3`, in force since ever as far as the events say (issued and effective in 2000).
 */
export function rulebook(parts: Partial<Rulebook>): Rulebook {
  return {
    kind: 'rulebook',
    id: 'test/book',
    title: { en: 'Test' },
    zone: zone('UTC'),
    uses: [],
    vocabularies: [],
    enumerations: [],
    lists: [],
    parameters: [],
    facts: [],
    groups: [],
    parties: [],
    terms: [],
    assumptions: [],
    readings: [],
    sources: [],
    instruments: [instrument('LAW')],
    provisions: [provision('P-1'), provision('P-2'), provision('P-3')],
    events: [
      event('law_issued', 'issued', ['LAW'], '2000-01-01'),
      event('law_effective', 'effective', ['LAW'], '2000-01-01'),
    ],
    opens: [],
    rules: [],
    situations: [],
    examples: [],
    sections: [],
    ...parts,
  };
}

/** An instrument. */
export function instrument(name: string, more: Partial<Instrument> = {}): Instrument {
  return { name, kind: 'statute', title: { en: name }, ...more };
}

/** A provision of `LAW`, unless `more` says otherwise. */
export function provision(name: string, more: Partial<Provision> = {}): Provision {
  return { name, instrument: 'LAW', pinpoint: { en: name }, ...more };
}

/** An event at the start of a day. */
export function event(
  name: string,
  kind: LegalEvent['kind'],
  touches: readonly string[],
  date: string,
  more: Partial<LegalEvent> = {},
): LegalEvent {
  return { name, kind, touches, on: { kind: 'date', date, at: 'start' }, ...more };
}

/** An enumeration. */
export function enumeration(name: string, ...values: readonly string[]): Enumeration {
  return { name, inline: false, values: values.map((value) => ({ name: value })) };
}

/** A fact; boolean unless a type is given. */
export function fact(name: string, type: ValueType = BOOLEAN, presumed?: Value): Fact {
  return presumed === undefined ? { name, type } : { name, type, presumed };
}

/** A reading. */
export function reading(name: string, ...alternatives: readonly string[]): Reading {
  return {
    name,
    question: { en: `${name}?` },
    per: ['P-1'],
    alternatives: alternatives.map((alternative) => ({
      name: alternative,
      label: { en: alternative },
      arguedBy: [],
    })),
  };
}

/** A fact by its path. */
export function the(path: string): Expression {
  return { op: 'fact', fact: path };
}

/** Whether a fact compares so with a constant. */
export function cmp(path: string, comparison: Comparison, type: ScalarType, value: ScalarValue): Expression {
  return { op: 'compare', comparison, left: the(path), right: { op: 'value', type, value } };
}

/** Whether an enumeration fact has a value. */
export function is(path: string, enumerationName: string, value: string): Expression {
  return cmp(path, '=', { kind: 'enumeration', enumeration: enumerationName }, value);
}

/** Whether a reading has an alternative. */
export function reads(name: string, alternative: string): Expression {
  return { op: 'reading', reading: name, alternative };
}

/** Negation. */
export function not(operand: Expression): Expression {
  return { op: 'not', operand };
}

/** Conjunction. */
export function and(...operands: readonly Expression[]): Expression {
  return { op: 'and', operands };
}

/** Disjunction. */
export function or(...operands: readonly Expression[]): Expression {
  return { op: 'or', operands };
}

/** A target: one rule. */
export function target(rule: string): Target {
  return { kind: 'rule', rule };
}

const BASE = { per: ['P-1'], when: ALWAYS, lifts: [], leaves: [] } as const;

/** A prohibition under `P-1`. */
export function prohibition(name: string, more: Partial<Prohibition> = {}): Rule {
  return { kind: 'prohibition', name, ...BASE, ...more };
}

/** A restriction under `P-1` without conditions. */
export function restriction(name: string, more: Partial<Restriction> = {}): Rule {
  return { kind: 'restriction', name, ...BASE, onlyIf: [], otherwise: 'restricted', ...more };
}

/** An exemption under `P-1`. */
export function exemption(name: string, lifts: readonly string[], more: Partial<Exemption> = {}): Rule {
  return { kind: 'exemption', name, ...BASE, lifts: lifts.map(target), ...more };
}

/** A licence under `P-1`. */
export function licence(name: string, lifts: readonly string[], more: Partial<Licence> = {}): Rule {
  return { kind: 'licence', name, ...BASE, lifts: lifts.map(target), ...more };
}
