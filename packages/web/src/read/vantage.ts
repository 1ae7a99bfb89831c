import { useEffect, useState } from 'react';

/** The dates at which a rulebook is read; undefined `knownOn`: all that is known. */
export interface ReadingDates {
  readonly asOf: string;
  readonly knownOn: string | undefined;
}

/** The dates in the address, and how to change them. They are kept in the address, so that it can be passed on. */
export function useDates(standard: string): readonly [ReadingDates, (dates: ReadingDates) => void] {
  const [dates, setDates] = useState<ReadingDates>(() => {
    const query = new URLSearchParams(location.search);
    return { asOf: query.get('as-of') ?? standard, knownOn: query.get('known-on') ?? undefined };
  });
  useEffect(() => {
    const url = new URL(location.href);
    url.searchParams.set('as-of', dates.asOf);
    if (dates.knownOn === undefined) url.searchParams.delete('known-on');
    else url.searchParams.set('known-on', dates.knownOn);
    // Scrubbing makes many changes; browsers refuse when too many come at once.
    const later = setTimeout(() => history.replaceState(history.state, '', url), 250);
    return () => clearTimeout(later);
  }, [dates]);
  return [dates, setDates];
}
