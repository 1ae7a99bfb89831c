import type { EpochMilliseconds, Rulebook, Said, Status } from '@proviso/model';
import { formatInstant, nearest } from '@proviso/model';
import { InputError } from '../errors.ts';
import type { ProvisionStatus, StatusEngine, StatusUnknown, Vantage } from './contract.ts';
import { choices } from './unknowns.ts';

/** The status of one provision with readings settled as given, as far as it is known. */
export interface StatusReport {
  readonly provision: string;
  /** `unknown` when it depends on what nobody knows. */
  readonly status: Status;
  /** The provision's own status, from the events that touch it or its instrument. */
  readonly own: Status;
  /** The provision whose status it is: itself, or one that it hangs on. Itself while the status is unknown. */
  readonly through: string;
  /** The event that made it so, or the one announced for it; null when there is none, or it depends on the unknown. */
  readonly event: string | null;
  /** ISO 8601 with the rulebook's offset; null when since ever, or it depends on the unknown. */
  readonly since: string | null;
  /** False when it is certain that violations are not pursued. */
  readonly enforced: boolean;
  readonly enforcement: string | null;
  /** What the status or the enforcement depends on: one entry per combination of the unknowns that matter for it. */
  readonly alternatives?: readonly StatusAlternative[];
}

/** The status under one combination of unknowns. */
export interface StatusAlternative {
  readonly readings: Readonly<Record<string, string>>;
  /** By event: whether it has happened (taken effect). */
  readonly events: Readonly<Record<string, 'no' | 'yes'>>;
  readonly status: Exclude<Status, 'unknown'>;
  readonly event: string | null;
  readonly enforced: boolean;
}

/** The status of every provision at a vantage. @throws InputError for a reading or alternative that does not exist. */
export function statusAt(
  engine: StatusEngine,
  rulebook: Rulebook,
  vantage: Vantage,
  readings: Readonly<Record<string, string>>,
): readonly StatusReport[] {
  checkReadings(rulebook, readings);
  const open: Open[] = engine.unknowns(vantage).map((unknown) => {
    const given = unknown.kind === 'reading' ? readings[unknown.name] : undefined;
    return { unknown, fixed: given === undefined ? null : unknown.alternatives.indexOf(given) };
  });
  const worlds: World[] = [];
  for (const choice of choices(open.map(({ unknown }) => unknown))) {
    if (open.some(({ fixed }, index) => fixed !== null && fixed !== choice[index])) continue;
    worlds.push({ choice, statuses: engine.under(vantage, choice, readings) });
  }
  return rulebook.provisions.map(({ name }) => report(name, open, worlds, rulebook));
}

interface Open {
  readonly unknown: StatusUnknown;
  /** Index of the alternative that was given. */
  readonly fixed: number | null;
}
interface World {
  readonly choice: readonly number[];
  readonly statuses: ReadonlyMap<string, ProvisionStatus>;
}

function report(name: string, open: readonly Open[], worlds: readonly World[], rulebook: Rulebook): StatusReport {
  const outcomes = worlds.map(({ choice, statuses }) => ({ choice, found: found(statuses, name) }));
  const { found: first } = outcomes[0] ?? { found: undefined };
  if (first === undefined) throw new Error(`There is no status of ${name}.`);
  const same = <K extends keyof ProvisionStatus>(key: K) => outcomes.every(({ found }) => found[key] === first[key]);
  const iso = (instant: EpochMilliseconds | null) => (instant === null ? null : formatInstant(rulebook.zone, instant));
  const settled = same('status');
  const plain: StatusReport = {
    provision: name,
    status: settled ? first.status : 'unknown',
    own: same('own') ? first.own : 'unknown',
    through: settled && same('through') ? first.through : name,
    event: same('event') ? first.event : null,
    since: settled && same('since') ? iso(first.since) : null,
    enforced: outcomes.some(({ found }) => found.enforced),
    enforcement: outcomes.every(({ found }) => !found.enforced) && same('enforcement') ? first.enforcement : null,
  };
  if (settled && same('enforced')) return plain;
  return { ...plain, alternatives: alternatives(open, outcomes) };
}

function found(statuses: ReadonlyMap<string, ProvisionStatus>, name: string): ProvisionStatus {
  const status = statuses.get(name);
  if (status === undefined) throw new Error(`There is no status of ${name}.`);
  return status;
}

interface Outcome {
  readonly choice: readonly number[];
  readonly found: ProvisionStatus;
}

/** One entry per combination of those unknowns that make a difference here. */
function alternatives(open: readonly Open[], outcomes: readonly Outcome[]): readonly StatusAlternative[] {
  const result = ({ found }: Outcome) => `${found.status} ${found.enforced}`;
  const matters = open.map(({ fixed }, position) => {
    if (fixed !== null) return false;
    const byOthers = new Map<string, string>();
    return outcomes.some((outcome) => {
      const others = outcome.choice.toSpliced(position, 1).join();
      const before = byOthers.get(others);
      byOthers.set(others, result(outcome));
      return before !== undefined && before !== result(outcome);
    });
  });
  const entries = new Map<string, StatusAlternative>();
  for (const { choice, found } of outcomes) {
    const readings: Record<string, string> = {};
    const events: Record<string, 'no' | 'yes'> = {};
    open.forEach(({ unknown }, position) => {
      const alternative = unknown.alternatives[choice[position] ?? 0];
      if (!matters[position] || alternative === undefined) return;
      if (unknown.kind === 'reading') readings[unknown.name] = alternative;
      else events[unknown.name] = alternative === 'yes' ? 'yes' : 'no';
    });
    const key = JSON.stringify([readings, events]);
    if (entries.has(key)) continue;
    entries.set(key, { readings, events, status: found.status, event: found.event, enforced: found.enforced });
  }
  return [...entries.values()];
}

function checkReadings(rulebook: Rulebook, given: Readonly<Record<string, string>>): void {
  const declared = [...rulebook.vocabularies, rulebook].flatMap(({ readings }) => readings);
  for (const [name, alternative] of Object.entries(given)) {
    const reading = declared.find((candidate) => candidate.name === name);
    if (reading === undefined) {
      const names = declared.map((candidate) => candidate.name);
      throw new InputError(
        'unknown_reading',
        name,
        { en: `there is no reading ${name}`, zh: `没有名为 ${name} 的解释问题` },
        hint(name, names),
      );
    }
    const names = reading.alternatives.map((candidate) => candidate.name);
    if (names.includes(alternative)) continue;
    const problem = {
      en: `the reading ${name} has no alternative ${alternative}`,
      zh: `解释问题 ${name} 没有选项 ${alternative}`,
    };
    throw new InputError('unknown_alternative', name, problem, hint(alternative, names));
  }
}

function hint(name: string, names: readonly string[]): Said {
  const near = nearest(name, names);
  if (names.length === 0) return { en: 'this rulebook has none', zh: '该规则书没有' };
  return {
    en: `${near === undefined ? '' : `did you mean ${near}? `}use one of ${names.join(', ')}`,
    zh: `${near === undefined ? '' : `您是否想写 ${near}？`}可用：${names.join('、')}`,
  };
}
