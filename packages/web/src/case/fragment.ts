import type { ScalarValue, Value } from '@proviso/model';
import type { Case, GivenFact } from './case.ts';

/** Where in the interview somebody is. */
export type Place =
  /** The next question that matters. */
  | { readonly kind: 'next' }
  /** A question asked again, or the one question that a colleague is asked. */
  | { readonly kind: 'question' | 'only'; readonly fact: string }
  | { readonly kind: 'when' | 'check' | 'answer' | 'form' };

/** What the part of the address after the # holds. It never leaves the browser. */
export interface Fragment {
  readonly asked: Case;
  readonly place: Place;
}

// Names in a rulebook are snake_case, so a hyphen marks what is ours and a tilde a reading.
const AS_OF = 'as-of';
const KNOWN_ON = 'known-on';
const GO_TO = 'go-to';
const CHANGE = 'change-one';
const ONLY = 'only-one';
const READING = '~';
const PLAIN_PLACES = ['when', 'check', 'answer', 'form'] as const;

/** A case and a place in the interview as the fragment of an address, without the #. */
export function writeFragment({ asked, place }: Fragment): string {
  const parts = new URLSearchParams();
  if (asked.asOf !== undefined) parts.append(AS_OF, asked.asOf);
  if (asked.knownOn !== undefined) parts.append(KNOWN_ON, asked.knownOn);
  for (const [reading, alternative] of Object.entries(asked.readings))
    parts.append(`${READING}${reading}`, alternative);
  for (const [path, value] of asked.facts) parts.append(path, writeValue(value));
  if (place.kind === 'question') parts.append(CHANGE, place.fact);
  else if (place.kind === 'only') parts.append(ONLY, place.fact);
  else if (place.kind !== 'next') parts.append(GO_TO, place.kind);
  return parts.toString();
}

/** Reads a fragment; what it does not understand is left out. */
export function readFragment(text: string): Fragment {
  let asOf: string | undefined;
  let knownOn: string | undefined;
  let place: Place = { kind: 'next' };
  const readings: Record<string, string> = {};
  const facts = new Map<string, GivenFact>();
  for (const [name, value] of new URLSearchParams(text.replace(/^#/, ''))) {
    if (name === AS_OF) asOf = value;
    else if (name === KNOWN_ON) knownOn = value;
    else if (name === CHANGE) place = { kind: 'question', fact: value };
    else if (name === ONLY) place = { kind: 'only', fact: value };
    else if (name === GO_TO) place = { kind: PLAIN_PLACES.find((kind) => kind === value) ?? 'next' };
    else if (name.startsWith(READING)) readings[name.slice(READING.length)] = value;
    else if (/^[A-Za-z_][\w.]*$/.test(name)) facts.set(name, [name, readValue(value)]);
  }
  return { asked: { asOf, knownOn, readings, facts: [...facts.values()] }, place };
}

function writeValue(value: Value | null): string {
  if (value === null) return '?';
  if (typeof value === 'string') return /^(?:true|false|\?|["[].*)$/s.test(value) ? JSON.stringify(value) : value;
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

function readValue(text: string): Value | null {
  if (text === '?') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (!/^["[]/.test(text)) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'string') return parsed;
    if (Array.isArray(parsed) && parsed.every(isScalar)) return parsed;
  } catch {
    // Not written by us: taken as it stands, and refused by the service if it fits no type.
  }
  return text;
}

function isScalar(value: unknown): value is ScalarValue {
  return typeof value === 'string' || typeof value === 'boolean';
}
