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
        {
          en: `there is no reading ${name} in ${compiled.rulebook.id}`,
          zh: `${compiled.rulebook.id} 中没有名为 ${name} 的解释问题`,
        },
        near !== undefined
          ? { en: `did you mean ${near}?`, zh: `您是否想写 ${near}？` }
          : names.length > 0
            ? { en: `the readings are ${names.join(', ')}`, zh: `可用的解释问题：${names.join('、')}` }
            : { en: 'it has none', zh: '该规则书没有解释问题' },
      );
    }
    const alternatives = reading.alternatives.map((candidate) => candidate.name);
    if (!alternatives.includes(alternative)) {
      throw new InputError(
        'unknown_alternative',
        name,
        {
          en: `the reading ${name} has no alternative ${alternative}`,
          zh: `解释问题 ${name} 没有选项 ${alternative}`,
        },
        { en: `one of ${alternatives.join(', ')}`, zh: `下列之一：${alternatives.join('、')}` },
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
  const words =
    field === 'asOf'
      ? { en: 'the "as of" date', zh: '“以何日为准”的日期' }
      : { en: 'the "known on" date', zh: '“截至何日所知”的日期' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    throw new InputError(
      'wrong_date',
      field,
      { en: `${words.en}: there is no day ${text}`, zh: `${words.zh}：${text} 这一天不存在` },
      { en: 'a date that exists', zh: '存在的日期' },
    );
  }
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text)) {
    throw new InputError(
      'wrong_date',
      field,
      { en: `${words.en}: ${text} has no time zone`, zh: `${words.zh}：${text} 没有时区` },
      {
        en: `the offset with it: ${text}-04:00, or ${text}Z for UTC`,
        zh: `带时区偏移的时刻：${text}-04:00；协调世界时写作 ${text}Z`,
      },
    );
  }
  throw new InputError(
    'wrong_date',
    field,
    { en: `${words.en}: ${JSON.stringify(text)} is no date`, zh: `${words.zh}：${JSON.stringify(text)} 不是日期` },
    {
      en: 'a date such as 2020-09-21, or an instant such as 2020-09-20T23:59:00-04:00',
      zh: '日期（例如 2020-09-21），或时刻（例如 2020-09-20T23:59:00-04:00）',
    },
  );
}
