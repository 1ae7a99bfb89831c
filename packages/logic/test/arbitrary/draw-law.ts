import {
  EVENT_KINDS,
  type Instrument,
  type LegalEvent,
  type Moment,
  type Provision,
  type Reading,
  type SharpMoment,
} from '@proviso/model';
import type { Choices } from './choices.ts';
import { drawText, optionalSupport, optionalText } from './draw-text.ts';

/** Days around which things happen, for events and for questions. */
export const DAYS = [
  '2020-03-01',
  '2020-05-31',
  '2020-06-01',
  '2020-06-02',
  '2020-08-06',
  '2020-09-20',
  '2020-11-01',
] as const;
const INSTANTS = ['2020-06-01T10:20:00-04:00', '2020-06-01T16:00:00Z', '2020-09-20T03:00:00-04:00'] as const;

/** Instruments and their provisions; whatever one hangs on comes before it. */
export interface DrawnLaw {
  readonly instruments: readonly Instrument[];
  readonly provisions: readonly Provision[];
}

/** One to three instruments `LAW-1` ..., the last acting instrument `COURT`, and two to five provisions. */
export function drawLaw(choices: Choices, sources: readonly string[]): DrawnLaw {
  const count = choices.between(1, 3);
  const provisions: Provision[] = [];
  const instruments: Instrument[] = [];
  for (let n = 1; n <= count; n++) {
    const name = `LAW-${n}`;
    const earlier = [...instruments.map((it) => it.name), ...provisions.map((it) => it.name)];
    instruments.push({
      name,
      kind: choices.pick(['statute', 'executive_order', 'agency_identification']),
      title: drawText(choices),
      ...optionalText(choices, 'issuer'),
      ...(choices.chance(30) ? { citation: '85 FR 48641' } : {}),
      ...(choices.chance(20) ? { link: 'https://example.org/law?a=1&b=2' } : {}),
      ...hanging(choices, earlier),
      ...optionalSupport(choices, sources),
    });
    for (let m = 1; m <= choices.between(1, 3); m++) {
      const above = provisions.map((it) => it.name);
      const identifiedUnder = choices.chance(10) ? choices.maybe(above) : undefined;
      provisions.push({
        name: `${name}-${m}`,
        instrument: name,
        pinpoint: drawText(choices),
        ...optionalText(choices, 'gist'),
        ...hanging(choices, above),
        ...(identifiedUnder === undefined ? {} : { identifiedUnder }),
        ...optionalSupport(choices, sources),
      });
    }
  }
  instruments.push({ name: 'COURT', kind: 'court_order', title: drawText(choices) });
  return { instruments, provisions };
}

function hanging(choices: Choices, on: readonly string[]): { readonly hangsOn?: string; readonly survives?: boolean } {
  const hangsOn = choices.chance(30) ? choices.maybe(on) : undefined;
  if (hangsOn === undefined) return {};
  return choices.chance(20) ? { hangsOn, survives: true } : { hangsOn };
}

/** Events: each instrument is issued and mostly takes effect; then anything happens to anything. */
export function drawEvents(
  choices: Choices,
  law: DrawnLaw,
  readings: readonly Reading[],
  sources: readonly string[],
): readonly LegalEvent[] {
  const events: LegalEvent[] = [];
  const sharp: string[] = [];
  for (const { name } of law.instruments) {
    const issued: LegalEvent = {
      name: `${name}_issued`,
      kind: 'issued',
      touches: [name],
      on: day('2020-01-02', 'start'),
    };
    events.push(issued);
    sharp.push(issued.name);
    if (choices.chance(15)) continue;
    const soon: Moment = {
      kind: 'after',
      amount: choices.between(1, 60),
      unit: 'days',
      event: issued.name,
      at: 'start',
    };
    const on = choices.chance(60) ? soon : choices.chance(30) ? drawMoment(choices, sharp) : day('2020-01-02', 'start');
    events.push({ name: `${name}_effective`, kind: 'effective', touches: [name], on });
  }
  const extra = choices.between(0, 4);
  for (let n = 1; n <= extra; n++) {
    const event = drawEvent(choices, `event_${n}`, law, readings, sharp);
    events.push({ ...event, ...optionalText(choices, 'label'), ...optionalSupport(choices, sources) });
    if (event.on.kind !== 'between') sharp.push(event.name);
  }
  return events;
}

function drawEvent(
  choices: Choices,
  name: string,
  law: DrawnLaw,
  readings: readonly Reading[],
  sharp: readonly string[],
): LegalEvent {
  const kind = choices.pick(EVENT_KINDS.filter((it) => it !== 'issued'));
  const laws = law.instruments.filter((it) => it.name !== 'COURT').map((it) => it.name);
  const subjects = [...laws, ...law.provisions.map((it) => it.name)];
  // Only the court, on which nothing hangs, acts on the laws: no status depends on itself.
  const byCourt = choices.chance(50);
  const courtOnly = !byCourt && choices.chance(15);
  const touches = courtOnly ? ['COURT'] : choices.some(subjects, 1, 2);
  const pause = ['enjoined', 'suspended', 'not_enforced', 'unsettled'].includes(kind);
  const reading = choices.chance(25) ? choices.maybe(readings) : undefined;
  const backward = ['voided', 'rescinded', 'not_enforced', 'revoked'].includes(kind);
  return {
    name,
    kind,
    touches,
    ...(byCourt ? { by: 'COURT' } : {}),
    on: drawMoment(choices, sharp),
    ...(choices.chance(40) ? { known: drawSharp(choices, sharp) } : {}),
    ...(backward && choices.chance(25) ? { from: day(choices.pick(DAYS), 'start') } : {}),
    ...(pause && choices.chance(50)
      ? // biome-ignore lint/suspicious/noThenProperty: the model's word for what follows a pause
        { until: { moment: drawSharp(choices, sharp), then: choices.pick(['revives', 'lapses'] as const) } }
      : {}),
    ...(reading === undefined
      ? {}
      : { under: { reading: reading.name, alternative: choices.pick(reading.alternatives).name } }),
  };
}

function drawMoment(choices: Choices, sharp: readonly string[]): Moment {
  if (!choices.chance(25)) return drawSharp(choices, sharp);
  const [earliest = DAYS[0], latest = earliest] = choices.some(DAYS, 2, 2);
  return { kind: 'between', earliest: day(earliest, 'start'), latest: day(latest, choices.pick(['start', 'end'])) };
}

/** A moment that is one point, perhaps counted from an event. */
export function drawSharp(choices: Choices, events: readonly string[]): SharpMoment {
  if (choices.chance(20)) return { kind: 'instant', instant: choices.pick(INSTANTS) };
  const event = choices.chance(15) ? choices.maybe(events) : undefined;
  const at = choices.pick(['start', 'end'] as const);
  if (event === undefined) return day(choices.pick(DAYS), at);
  return { kind: 'after', amount: choices.between(1, 45), unit: choices.pick(['days', 'months']), event, at };
}

function day(date: string, at: 'start' | 'end'): SharpMoment {
  return { kind: 'date', date, at };
}
