import type { EpochMilliseconds, Rulebook, Status } from '@proviso/model';
import { formatInstant } from '@proviso/model';
import type { StatusEngine } from './contract.ts';
import { type StatusAlternative, type StatusReport, statusAt } from './report.ts';

/** A stretch of time in which the status of a provision is the same, and for the same reason. */
export interface StatusSegment {
  /** The first instant of the stretch, ISO 8601 with the rulebook's offset; null: since ever. */
  readonly from: string | null;
  /** The first instant after the stretch; null: for ever, as far as known. */
  readonly until: string | null;
  readonly status: Status;
  /** The provision's own status, from the events that touch it or its instrument. */
  readonly own: Status;
  /** The provision whose status it is: itself, or one that it hangs on. */
  readonly through: string;
  /** The event that made it so, or the one announced for it. */
  readonly event: string | null;
  readonly enforced: boolean;
  /** What the status depends on, when nobody knows it. */
  readonly alternatives?: readonly StatusAlternative[];
}

/** The life of one provision. */
export interface ProvisionTimeline {
  readonly provision: string;
  readonly segments: readonly StatusSegment[];
}

/** What a time line is asked for. */
export interface TimelineOptions {
  /** null: all that the rulebook knows. */
  readonly knownOn: EpochMilliseconds | null;
  readonly readings: Readonly<Record<string, string>>;
}

/** The status of every provision over all of time, seen from one knowledge time. */
export function timeline(
  engine: StatusEngine,
  rulebook: Rulebook,
  { knownOn, readings }: TimelineOptions,
): readonly ProvisionTimeline[] {
  const boundaries = engine.boundaries(knownOn);
  const before = (boundaries[0] ?? 0) - 1;
  const columns = [before, ...boundaries].map((asOf, index) => ({
    from: index === 0 ? null : asOf,
    reports: statusAt(engine, rulebook, { asOf, knownOn }, readings),
  }));
  return rulebook.provisions.map(({ name }, row) => {
    const segments: StatusSegment[] = [];
    let previous = '';
    for (const { from, reports } of columns) {
      const report = reports[row];
      if (report === undefined) continue;
      const content = contentOf(report);
      const key = JSON.stringify(content);
      if (key === previous) continue;
      previous = key;
      const start = from === null ? null : formatInstant(rulebook.zone, from);
      const last = segments.pop();
      if (last !== undefined) segments.push({ ...last, until: start });
      segments.push({ from: start, until: null, ...content });
    }
    return { provision: name, segments };
  });
}

function contentOf(report: StatusReport): Omit<StatusSegment, 'from' | 'until'> {
  const { status, own, through, event, enforced, alternatives } = report;
  return { status, own, through, event, enforced, ...(alternatives === undefined ? {} : { alternatives }) };
}
