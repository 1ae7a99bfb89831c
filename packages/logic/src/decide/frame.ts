import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { ProvisionStatus, StatusUnknown, Vantage } from '../status/contract.ts';
import { firstInstantAfter } from '../status/index.ts';
import { parseInstantOf } from './moments.ts';

/**
 * What the law looks like at one vantage with some readings settled: for each way of filling in what is unknown about
 * status (a *choice*), which rules are in force. Two vantages with equal frames decide every transaction alike.
 */
export interface Frame {
  readonly vantage: Vantage;
  readonly period: number;
  /** Unknowns about status that are not settled. */
  readonly unknowns: readonly StatusUnknown[];
  /** Variable of each unknown. */
  readonly variables: readonly number[];
  /** Every choice: the values of the unknowns' variables, and the status of all provisions and instruments. */
  readonly choices: readonly {
    readonly values: readonly number[];
    readonly statuses: ReadonlyMap<string, ProvisionStatus>;
  }[];
  /** For each rule, for each choice: 1 when it is in force. */
  readonly inForce: readonly Uint8Array[];
  /** For each rule, for each choice: 1 when violations of it are pursued. */
  readonly enforced: readonly Uint8Array[];
  /** Equal for frames that decide alike. */
  readonly signature: string;
}

/** Works out the frame at a vantage. */
export function frameAt(
  compiled: CompiledRulebook,
  vantage: Vantage,
  readings: Readonly<Record<string, string>>,
): Frame {
  const all = compiled.status.unknowns(vantage);
  const fixed = all.map((unknown) => {
    const settled = unknown.kind === 'reading' ? readings[unknown.name] : undefined;
    return settled === undefined ? -1 : unknown.alternatives.indexOf(settled);
  });
  const unknowns = all.filter((_, index) => (fixed[index] ?? -1) < 0);
  const choices = combinations(unknowns.map((unknown) => unknown.alternatives.length)).map((values) => {
    let next = 0;
    const choice = fixed.map((value) => (value >= 0 ? value : (values[next++] ?? 0)));
    return { values, statuses: compiled.status.under(vantage, choice, readings) };
  });
  const inForce: Uint8Array[] = [];
  const enforced: Uint8Array[] = [];
  for (const { rule } of compiled.rules) {
    const valid = isValid(compiled, rule, vantage);
    const of = choices.map(({ statuses }) => rule.per.map((provision) => statuses.get(provision)));
    inForce.push(Uint8Array.from(of, (per) => (valid && per.every((status) => status?.status === 'in_force') ? 1 : 0)));
    enforced.push(Uint8Array.from(of, (per) => (per.every((status) => status?.enforced !== false) ? 1 : 0)));
  }
  const period = compiled.periods.at(vantage.asOf);
  const variables = unknowns.map(
    ({ kind, name }) => (kind === 'reading' ? compiled.variables.readings : compiled.variables.events).get(name) ?? -1,
  );
  const signature = [
    period,
    variables.join(','),
    inForce.map((force) => force.join('')).join(','),
    enforced.map((force) => force.join('')).join(','),
  ].join('|');
  return { vantage, period, unknowns, variables, choices, inForce, enforced, signature };
}

/** All combinations of indices below the given sizes, the last one varying fastest. */
export function combinations(sizes: readonly number[]): readonly (readonly number[])[] {
  let result: readonly (readonly number[])[] = [[]];
  for (const size of sizes) {
    result = result.flatMap((before) => Array.from({ length: size }, (_, value) => [...before, value]));
  }
  return result;
}

function isValid(
  compiled: CompiledRulebook,
  rule: CompiledRulebook['rules'][number]['rule'],
  vantage: Vantage,
): boolean {
  if (rule.kind !== 'licence') return true;
  const from = rule.validFrom === undefined ? undefined : parseInstantOf(compiled, rule.validFrom);
  const until = rule.validUntil === undefined ? undefined : parseInstantOf(compiled, rule.validUntil);
  return (
    (from === undefined || vantage.asOf >= from) && (until === undefined || vantage.asOf < firstInstantAfter(until))
  );
}
