import { nearest } from '@proviso/model';

/** A time zone in its usual letter case, or the zone that may have been meant; `undefined` when none is near. */
export type ReadZone = { readonly ok: true; readonly zone: string } | { readonly ok: false; readonly near?: string };

/** Reads the name of an IANA time zone. */
export function readZone(name: string): ReadZone {
  try {
    // `+08:00` is known to some platforms, but is no zone with a history of its clock.
    if (!/^[A-Za-z]/.test(name)) return { ok: false };
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return { ok: true, zone: timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name };
  } catch {
    const near = name.length > 60 ? undefined : nearest(name, Intl.supportedValuesOf('timeZone'));
    return near === undefined ? { ok: false } : { ok: false, near };
  }
}
