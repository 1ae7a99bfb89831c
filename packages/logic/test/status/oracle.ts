import type { LegalEvent, Rulebook, Status } from '@proviso/model';
import { STATUSES } from '@proviso/model';

/**
 * The rules of docs/concepts/status.md once more, as plainly as they can be said: whole days, dated moments only, no
 * readings left open, nothing remembered. `day` is an ISO date; its noon is meant. `known` is an ISO date too.
 */
export function plainStatus(law: Rulebook, name: string, day: string, known: string): string {
  const status = reported(law, name, day, known);
  const pursued = !eventsOf(law, name, known).some(
    (event) => event.kind === 'not_enforced' && holds(law, event, name, day, known),
  );
  return `${status} ${pursued}`;
}

function reported(law: Rulebook, name: string, day: string, known: string): Status {
  const all = [own(law, name, day, known), ...supports(law, name).map((base) => reported(law, base, day, known))];
  return all.reduce((a, b) => (STATUSES.indexOf(b) > STATUSES.indexOf(a) ? b : a));
}

function own(law: Rulebook, name: string, day: string, known: string): Status {
  const events = eventsOf(law, name, known);
  if (ownVoid(law, name, day, known)) return 'void';
  for (const kind of ['rescinded', 'revoked', 'expired', 'enjoined', 'suspended'] as const) {
    if (kind === 'expired' && events.some((event) => lapsed(law, event, name, day, known))) return kind;
    if (events.some((event) => event.kind === kind && holds(law, event, name, day, known))) return kind;
  }
  const acting = (kind: LegalEvent['kind']) =>
    events.filter((event) => event.kind === kind && acts(law, event, name, day, known));
  const issue = law.events.some(({ kind, touches }) => kind === 'issued' && touches.includes(whole(law, name)));
  if (issue && !acting('issued').some((event) => start(event) <= day)) return 'not_yet_issued';
  const direct = acting('effective').filter(({ touches }) => touches.includes(name));
  const dates = direct.length > 0 ? direct : acting('effective');
  const order = (event: LegalEvent) => `${date(event.known)} ${start(event)} ${reverse(event.name)}`;
  const decides = dates.sort((a, b) => (order(a) < order(b) ? 1 : -1))[0];
  if (decides !== undefined && day < start(decides)) return 'not_yet_effective';
  const provision = law.provisions.find((candidate) => candidate.name === name);
  if (provision?.identifiedUnder === undefined) return 'in_force';
  return acting('identified').some((event) => start(event) <= day) ? 'in_force' : 'not_identified';
}

/** Whether a pause, an ending or a direction is on at a day. */
function holds(law: Rulebook, event: LegalEvent, name: string, day: string, known: string): boolean {
  if (day < start(event) || (event.until !== undefined && day > date(event.until.moment))) return false;
  return acts(law, event, name, day, known) && !revived(law, event, name, day, known);
}

function lapsed(law: Rulebook, event: LegalEvent, name: string, day: string, known: string): boolean {
  if (!['enjoined', 'suspended'].includes(event.kind) || event.until?.then !== 'lapses') return false;
  const last = date(event.until.moment);
  if (day <= last || day < start(event) || revived(law, event, name, day, known)) return false;
  return acts(law, event, name, last, known);
}

function revived(law: Rulebook, undone: LegalEvent, name: string, day: string, known: string): boolean {
  const moment = (event: LegalEvent) => `${date(event.on)} ${date(event.known)}`;
  return eventsOf(law, name, known).some(
    (event) =>
      event.kind === 'revived' &&
      start(event) <= day &&
      moment(event) > moment(undone) &&
      acts(law, event, name, day, known),
  );
}

/** Whether the acting instrument lets the event count. */
function acts(law: Rulebook, event: LegalEvent, name: string, day: string, known: string): boolean {
  const { by, kind } = event;
  if (by === undefined || whole(law, by) === whole(law, name)) return true;
  const on = date(event.on);
  const later = day > on ? day : on;
  if (kind === 'issued' || kind === 'identified') return !isVoid(law, by, on, known);
  if (['enjoined', 'suspended', 'not_enforced'].includes(kind)) return reported(law, by, later, known) === 'in_force';
  const acted = kind === 'effective' && day < on ? day : on;
  if (isVoid(law, by, acted, known)) return false;
  return !['enjoined', 'suspended'].includes(reported(law, by, kind === 'effective' ? day : later, known));
}

function ownVoid(law: Rulebook, name: string, day: string, known: string): boolean {
  return eventsOf(law, name, known).some(
    (event) =>
      event.kind === 'voided' &&
      (event.from === undefined || date(event.from) <= day) &&
      acts(law, event, name, day, known),
  );
}

function isVoid(law: Rulebook, name: string, day: string, known: string): boolean {
  return ownVoid(law, name, day, known) || supports(law, name).some((base) => isVoid(law, base, day, known));
}

/** Known events that touch it or its instrument. */
function eventsOf(law: Rulebook, name: string, known: string): readonly LegalEvent[] {
  return law.events.filter(
    (event) => (event.touches.includes(name) || event.touches.includes(whole(law, name))) && date(event.known) <= known,
  );
}

function supports(law: Rulebook, name: string): readonly string[] {
  const provision = law.provisions.find((candidate) => candidate.name === name);
  const instrument = law.instruments.find((candidate) => candidate.name === whole(law, name));
  if (provision?.survives === true) return [];
  const ofInstrument = instrument?.survives === true ? undefined : instrument?.hangsOn;
  return [provision?.hangsOn, ofInstrument].filter((base) => base !== undefined);
}

function whole(law: Rulebook, name: string): string {
  return law.provisions.find((provision) => provision.name === name)?.instrument ?? name;
}

function start(event: LegalEvent): string {
  return date(event.from ?? event.on);
}

function date(moment: LegalEvent['known']): string {
  if (moment?.kind !== 'date') throw new Error('only dated moments');
  return moment.date;
}

/** Turns the order of names around, so that of equals the first name wins a descending sort. */
function reverse(name: string): string {
  return [...name].map((letter) => String.fromCharCode(0xffff - letter.charCodeAt(0))).join('');
}
