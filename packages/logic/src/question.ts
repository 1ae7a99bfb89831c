import { dayOf, type EpochMilliseconds, endOfDay, nearest, parseDate, parseInstant, startOfDay } from '@proviso/model';
import type { CompiledRulebook } from './compile/compiled-rulebook.ts';
import { InputError } from './errors.ts';
import type { Vantage } from './status/contract.ts';

/** Where and under which readings a question is asked. */
export interface Question {
  /** A date (the end of that day in the rulebook's zone) or an instant with its offset; now when absent. */
  readonly asOf?: string;
  /** Likewise; all that the rulebook knows when absent. */
  readonly knownOn?: string;
  /** Settled readings: alternative by reading. */
  readonly readings?: Readonly<Record<string, string>>;
}

/** A question with its dates read. */
export interface ReadQuestion {
  readonly vantage: Vantage;
  readonly readings: Readonly<Record<string, string>>;
  /** When `asOf` was a bare date: the first and the last second of that day. */
  readonly day: readonly [EpochMilliseconds, EpochMilliseconds] | undefined;
}

/** Reads a question. @throws InputError for dates that do not exist, and readings or alternatives that the rulebook does not have. */
export function readQuestion(compiled: CompiledRulebook, question: Question, now: EpochMilliseconds): ReadQuestion {
  const { zone } = compiled.rulebook;
  const readings = question.readings ?? {};
  const declared = compiled.declarations.readings;
  for (const [name, alternative] of Object.entries(readings)) {
    const reading = declared.find((candidate) => candidate.name === name);
    const names = declared.map((candidate) => candidate.name);
    if (reading === undefined) {
      const near = nearest(name, names);
      throw new InputError(
        'unknown_reading',
        name,
        `there is no reading ${name} in ${compiled.rulebook.id}`,
        near !== undefined
          ? `did you mean ${near}?`
          : names.length > 0
            ? `the readings are ${names.join(', ')}`
            : 'it has none',
      );
    }
    const alternatives = reading.alternatives.map((candidate) => candidate.name);
    if (!alternatives.includes(alternative)) {
      throw new InputError(
        'unknown_alternative',
        name,
        `the reading ${name} has no alternative ${alternative}`,
        `one of ${alternatives.join(', ')}`,
      );
    }
  }
  const asOf = question.asOf === undefined ? now : readMoment('asOf', question.asOf, compiled);
  const knownOn = question.knownOn === undefined ? null : readMoment('knownOn', question.knownOn, compiled);
  const bare = question.asOf !== undefined && parseDate(question.asOf) !== undefined;
  return {
    vantage: { asOf, knownOn },
    readings,
    day: bare ? [startOfDay(zone, dayOf(zone, asOf)), asOf] : undefined,
  };
}

function readMoment(field: 'asOf' | 'knownOn', text: string, compiled: CompiledRulebook): EpochMilliseconds {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  const day = parseDate(text);
  if (day !== undefined) return endOfDay(compiled.rulebook.zone, day);
  const words = field === 'asOf' ? 'the "as of" date' : 'the "known on" date';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    throw new InputError('wrong_date', field, `${words}: there is no day ${text}`, 'a date that exists');
  }
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text)) {
    throw new InputError(
      'wrong_date',
      field,
      `${words}: ${text} has no time zone`,
      `the offset with it: ${text}-04:00, or ${text}Z for UTC`,
    );
  }
  throw new InputError(
    'wrong_date',
    field,
    `${words}: ${JSON.stringify(text)} is no date`,
    'a date such as 2020-09-21, or an instant such as 2020-09-20T23:59:00-04:00',
  );
}
