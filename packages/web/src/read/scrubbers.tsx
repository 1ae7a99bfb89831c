import type { StatusReport } from '@proviso/logic';
import { parseDate, STATUSES, type Status, textIn } from '@proviso/model';
import { useWords } from '../i18n/words.tsx';
import { DateField } from '../shell/date-field.tsx';
import type { ReadableBook, Stop } from './library.ts';
import type { ReadingDates } from './vantage.ts';

/** The two scrubbers, what happened at their stops, and what the colours mean. */
export function Scrubbers(props: {
  readonly book: ReadableBook;
  readonly dates: ReadingDates;
  readonly statuses: ReadonlyMap<string, StatusReport> | undefined;
  change(dates: ReadingDates): void;
}) {
  const { book, dates, statuses, change } = props;
  const { say } = useWords();
  return (
    <section className="scrubbers" aria-label={say('read.dates')}>
      <Scrubber
        label={say('read.asOf')}
        slider={say('read.slider.asOf')}
        stops={book.asOfStops}
        value={dates.asOf}
        last={undefined}
        change={(asOf) => asOf !== undefined && change({ ...dates, asOf })}
      />
      <Scrubber
        label={say('read.knownOn')}
        slider={say('read.slider.knownOn')}
        stops={book.knownStops}
        value={dates.knownOn}
        last={say('read.allKnown')}
        change={(knownOn) => change({ ...dates, knownOn })}
      />
      <Legend statuses={statuses} />
    </section>
  );
}

function Scrubber(props: {
  readonly label: string;
  readonly slider: string;
  readonly stops: readonly Stop[];
  /** undefined: past the last stop. */
  readonly value: string | undefined;
  /** What the place past the last stop is called; undefined: there is none. */
  readonly last: string | undefined;
  change(value: string | undefined): void;
}) {
  const { say, language, beginning, dayOrMoment } = useWords();
  const { stops, value, last, change } = props;
  const time = value === undefined ? Number.POSITIVE_INFINITY : timeOf(value);
  const at = value === undefined ? stops.length : stops.findLastIndex((stop) => Date.parse(stop.instant) <= time);
  const stop = stops[at];
  const text = value === undefined ? (last ?? '') : value.length > 10 ? beginning(value) : dayOrMoment(value);
  const events = stop?.events.map((event) => textIn(event.label, language) || event.name) ?? [];
  const move = (index: number) => {
    if (index >= stops.length && last !== undefined) return change(undefined);
    const first = stops[0];
    change(stops[index]?.instant ?? (first === undefined ? value : dayBefore(first.instant)));
  };
  return (
    <div className="scrubber">
      <div className="scrubber-head">
        <span className="scrubber-name">{props.label}</span>
        <DateField
          label={props.label}
          value={value?.slice(0, 10) ?? ''}
          change={(day) => {
            if (parseDate(day) !== undefined) change(day);
            else if (last !== undefined) change(undefined);
          }}
        />
        <output>{text}</output>
      </div>
      <input
        type="range"
        aria-label={props.slider}
        aria-valuetext={[text, ...events].join('. ')}
        min={-1}
        max={last === undefined ? stops.length - 1 : stops.length}
        value={at}
        onChange={(event) => move(Number(event.target.value))}
      />
      <p className="scrubber-event">
        {at < 0 ? say('read.earlier') : events.length === 0 ? '\u00a0' : events.join(' · ')}
      </p>
    </div>
  );
}

function Legend({ statuses }: { readonly statuses: ReadonlyMap<string, StatusReport> | undefined }) {
  const { say } = useWords();
  const counts = new Map<Status, number>();
  for (const { status } of statuses?.values() ?? []) counts.set(status, (counts.get(status) ?? 0) + 1);
  return (
    <ul className="legend" aria-label={say('read.legend')}>
      {STATUSES.filter((status) => counts.has(status)).map((status) => (
        <li key={status} data-status={status}>
          <i aria-hidden="true" /> {say(`status.${status}`)} <b>{counts.get(status)}</b>
        </li>
      ))}
    </ul>
  );
}

/** A bare date stands for the end of its day; the time zone of the page is near enough to find the stop. */
function timeOf(value: string): number {
  return value.length > 10 ? Date.parse(value) : Date.parse(`${value}T23:59:59Z`) + 12 * 3_600_000;
}

function dayBefore(instant: string): string {
  return new Date(Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
