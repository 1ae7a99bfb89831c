import { type EpochMilliseconds, formatInstant, STATUSES, type Status } from '@proviso/model';
import type { CompiledRule, CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { ProvisionStatus } from '../status/contract.ts';
import type { Frame } from './frame.ts';

/** What holds for a provision at a frame: one status, or `unknown` where the choices disagree. */
export interface StatusSummary {
  readonly provision: string;
  readonly status: Status;
  readonly through: string;
  readonly event: string | null;
  readonly since: EpochMilliseconds | null;
  /** What each choice makes of it; one entry when they agree. */
  readonly alternatives: readonly ProvisionStatus[];
}

/** Strength of a status that holds back; -1 for in force. */
export function strength(status: Status): number {
  return status === 'in_force' ? -1 : STATUSES.indexOf(status);
}

/** Summarises a provision's status over all choices of a frame. */
export function summarise(frame: Frame, provision: string): StatusSummary {
  const different = new Map<string, ProvisionStatus>();
  for (const { statuses } of frame.choices) {
    const status = statuses.get(provision);
    if (status !== undefined) different.set(`${status.status}|${status.event ?? ''}|${status.through}`, status);
  }
  const alternatives = [...different.values()];
  const first = alternatives[0];
  if (first === undefined)
    return { provision, status: 'in_force', through: provision, event: null, since: null, alternatives };
  const agreed = alternatives.every((other) => other.status === first.status);
  return {
    provision,
    status: agreed ? first.status : 'unknown',
    through: first.through,
    event: agreed ? first.event : null,
    since: agreed ? first.since : null,
    alternatives,
  };
}

/** The status that counts for a rule: the strongest hold-back among its provisions; the first of them where none holds back. */
export function summariseRule(frame: Frame, { rule }: CompiledRule): StatusSummary {
  const all = rule.per.map((provision) => summarise(frame, provision));
  let chosen = all[0];
  for (const summary of all) {
    if (chosen === undefined || strength(summary.status) > strength(chosen.status)) chosen = summary;
  }
  return chosen ?? summarise(frame, '');
}

/** How an answer cites a provision: instrument and pinpoint, in English. */
export function citationOf(compiled: CompiledRulebook, provision: string): string {
  const part = compiled.provisions.get(provision);
  const instrument = compiled.instruments.get(part?.instrument ?? provision);
  if (instrument === undefined) return provision;
  const where = instrument.citation ?? instrument.title.en ?? instrument.name;
  const pinpoint = part?.pinpoint.en;
  return pinpoint === undefined ? where : `${where}, ${pinpoint}`;
}

/** An instant as answers show it. */
export function showInstant(compiled: CompiledRulebook, instant: EpochMilliseconds): string {
  return formatInstant(compiled.rulebook.zone, instant);
}
