import type { Rule } from '@proviso/model';
import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { ProvisionStatus, StatusUnknown, Vantage } from '../status/contract.ts';
import { firstInstantAfter } from '../status/index.ts';

/** One way of filling in what is unknown about status. */
export interface FrameChoice {
  /** Values of the unknowns' variables. */
  readonly values: readonly number[];
  /** The status of all provisions and instruments. */
  readonly statuses: ReadonlyMap<string, ProvisionStatus>;
}

/**
 * What the law looks like at one vantage: for each way of filling in what is unknown about status (a *choice*), which rules
 * are in force. Two vantages with equal signatures decide every transaction alike.
 */
export interface Frame {
  readonly vantage: Vantage;
  readonly period: number;
  /** Unknowns about status. */
  readonly unknowns: readonly StatusUnknown[];
  /** Variable of each unknown. */
  readonly variables: readonly number[];
  readonly choices: readonly FrameChoice[];
  /** For each rule: 1 when it is within its validity (only licences have one). */
  readonly valid: readonly number[];
  /** For each rule, for each choice: 1 when it is in force. */
  readonly inForce: readonly (readonly number[])[];
  /** For each rule, for each choice: 1 when violations of it are pursued. */
  readonly enforced: readonly (readonly number[])[];
  readonly signature: string;
  /** The same frame with no reading settled; absent when none is. */
  readonly base?: Frame;
}

/** The frame at a vantage, with no reading settled. */
export function frameAt(compiled: CompiledRulebook, vantage: Vantage): Frame {
  const unknowns = compiled.status.unknowns(vantage);
  const choices = combinations(unknowns.map((unknown) => unknown.alternatives.length)).map((values) => ({
    values,
    statuses: compiled.status.under(vantage, values),
  }));
  const inForce: number[][] = [];
  const enforced: number[][] = [];
  const valid = compiled.rules.map(({ rule }) => (isValid(compiled, rule, vantage) ? 1 : 0));
  for (const { rule, index } of compiled.rules) {
    const of = choices.map(({ statuses }) => rule.per.map((provision) => statuses.get(provision)));
    inForce.push(of.map((per) => (valid[index] === 1 && per.every((status) => status?.status === 'in_force') ? 1 : 0)));
    enforced.push(of.map((per) => (per.every((status) => status?.enforced !== false) ? 1 : 0)));
  }
  const period = compiled.periods.at(vantage.asOf);
  const variables = unknowns.map(
    ({ kind, name }) => (kind === 'reading' ? compiled.variables.readings : compiled.variables.events).get(name) ?? -1,
  );
  const made = { vantage, period, unknowns, variables, choices, valid, inForce, enforced };
  return { ...made, signature: signatureOf(made) };
}

/** The same frame with some readings settled: only the choices that agree with them are left. */
export function settle(compiled: CompiledRulebook, frame: Frame, readings: Readonly<Record<string, string>>): Frame {
  if (Object.keys(readings).length === 0) return frame;
  const fixed = frame.unknowns.map((unknown) => {
    const settled = unknown.kind === 'reading' ? readings[unknown.name] : undefined;
    return settled === undefined ? -1 : unknown.alternatives.indexOf(settled);
  });
  const open = fixed.flatMap((value, index) => (value < 0 ? [index] : []));
  const kept = frame.choices.flatMap(({ values }, choice) =>
    fixed.every((value, index) => value < 0 || value === values[index]) ? [choice] : [],
  );
  // A settled reading can decide which event is cited although it decides no status.
  const recited = Object.keys(readings).some((name) => isUnderAny(compiled, name));
  const choices = kept.map((choice) => {
    const values = frame.choices[choice]?.values ?? [];
    const statuses = recited
      ? compiled.status.under(frame.vantage, values, readings)
      : (frame.choices[choice]?.statuses ?? new Map());
    return { values: open.map((index) => values[index] ?? 0), statuses };
  });
  const made = {
    vantage: frame.vantage,
    period: frame.period,
    unknowns: open.flatMap((index) => frame.unknowns[index] ?? []),
    variables: open.map((index) => frame.variables[index] ?? -1),
    choices,
    valid: frame.valid,
    inForce: frame.inForce.map((force) => kept.map((choice) => force[choice] ?? 0)),
    enforced: frame.enforced.map((pursued) => kept.map((choice) => pursued[choice] ?? 1)),
  };
  return { ...made, signature: signatureOf(made), base: frame };
}

/** The frame were every provision in force; licences keep their validity. */
export function everythingInForce({ vantage, period, valid }: Frame): Frame {
  const made = {
    vantage,
    period,
    unknowns: [],
    variables: [],
    choices: [{ values: [], statuses: new Map() }],
    valid,
    inForce: valid.map((value) => [value]),
    enforced: valid.map(() => [1]),
  };
  return { ...made, signature: signatureOf(made) };
}

function isUnderAny(compiled: CompiledRulebook, reading: string): boolean {
  return compiled.rulebook.events.some((event) => event.under?.reading === reading);
}

/** Equal for frames that decide alike. */
export function signatureOf(frame: Pick<Frame, 'period' | 'variables' | 'inForce' | 'enforced'>): string {
  const columns = (rows: Frame['inForce']) => rows.map((row) => row.join('')).join(',');
  return `${frame.period}|${frame.variables.join(',')}|${columns(frame.inForce)}|${columns(frame.enforced)}`;
}

/** All combinations of indices below the given sizes, the last one varying fastest. */
export function combinations(sizes: readonly number[]): readonly (readonly number[])[] {
  let result: readonly (readonly number[])[] = [[]];
  for (const size of sizes) {
    result = result.flatMap((before) => Array.from({ length: size }, (_, value) => [...before, value]));
  }
  return result;
}

function isValid(compiled: CompiledRulebook, rule: Rule, { asOf }: Vantage): boolean {
  if (rule.kind !== 'licence') return true;
  const from = rule.validFrom === undefined ? undefined : compiled.status.resolve(rule.validFrom)[0];
  const until = rule.validUntil === undefined ? undefined : compiled.status.resolve(rule.validUntil)[0];
  return (from === undefined || asOf >= from) && (until === undefined || asOf < firstInstantAfter(until));
}
