import type {
  DatedList,
  Enumeration,
  Fact,
  Group,
  Parameter,
  Party,
  Reading,
  ScalarType,
  ValueType,
} from '@proviso/model';
import type { Choices } from './choices.ts';
import { drawText, optionalText } from './draw-text.ts';
import { drawConstant, drawConstants } from './draw-values.ts';

/** The typed world that conditions are about. */
export interface DrawnVocabulary {
  readonly enumerations: readonly Enumeration[];
  readonly lists: readonly DatedList[];
  readonly parameters: readonly Parameter[];
  readonly facts: readonly Fact[];
  readonly groups: readonly Group[];
  readonly parties: readonly Party[];
  readonly readings: readonly Reading[];
}

const DATES = ['2020-03-01', '2020-06-01', '2020-06-02', '2020-09-20'] as const;

/** Enumerations, facts, parties, dated constants and readings. */
export function drawVocabulary(
  choices: Choices,
  provisions: readonly string[],
  sources: readonly string[],
): DrawnVocabulary {
  const named = choices.times(choices.between(1, 2), (n) => drawEnumeration(choices, `kind_${n + 1}`, false));
  const inline: Enumeration[] = [];
  const facts = choices.times(choices.between(2, 5), (n) =>
    drawFact(choices, nameOr(choices, WORDS, n, `fact_${n + 1}`), named, inline),
  );
  const grouped = choices.chance(45);
  const groups: readonly Group[] = grouped
    ? [
        {
          name: 'entity',
          ...optionalText(choices, 'label'),
          facts: choices.times(choices.between(1, 2), (n) => drawFact(choices, `part_${n + 1}`, named, undefined)),
        },
      ]
    : [];
  const parties = grouped
    ? choices.times(choices.between(1, 2), (n) => ({
        name: ['seller', 'buyer'][n] ?? 'party',
        group: 'entity',
        ...optionalText(choices, 'label'),
      }))
    : [];
  const enumerations = [...named, ...inline];
  const per = () => choices.some(provisions, 0, 2);
  return {
    enumerations,
    facts,
    groups,
    parties,
    lists: choices.times(choices.between(0, 2), (n) => drawList(choices, `list_${n + 1}`, enumerations, per())),
    parameters: choices.times(choices.between(0, 2), (n) =>
      drawParameter(choices, `limit_${n + 1}`, enumerations, per()),
    ),
    readings: choices.times(choices.between(0, 2), (n) => ({
      name: `reading_${n + 1}`,
      question: drawText(choices),
      per: per(),
      alternatives: choices.times(choices.between(2, 3), (m) => ({
        name: ['narrow', 'strict', 'middle'][m] ?? 'none',
        label: drawText(choices),
        arguedBy: choices.some(['client alert, "item 4"', ...sources], 0, 2),
      })),
    })),
  };
}

/** Words of the language, which are names as well. */
const WORDS = ['source', 'label', 'per', 'from', 'when'] as const;

function nameOr(choices: Choices, words: readonly string[], n: number, usual: string): string {
  return (choices.chance(8) ? words[n] : undefined) ?? usual;
}

function drawEnumeration(choices: Choices, name: string, inline: boolean): Enumeration {
  const count = choices.between(2, 4);
  const odd = choices.chance(10);
  const values = (odd ? ['from', 'label', 'D-1', 'presumed'] : ['red', 'blue', 'green', 'other']).slice(0, count);
  return { name, inline, values: values.map((value) => ({ name: value, ...optionalText(choices, 'label') })) };
}

function drawFact(
  choices: Choices,
  name: string,
  enumerations: readonly Enumeration[],
  inline: Enumeration[] | undefined,
): Fact {
  const type = drawType(choices, name, enumerations, inline);
  const known = [...enumerations, ...(inline ?? [])];
  const texts = {
    ...optionalText(choices, 'label'),
    ...optionalText(choices, 'question'),
    ...optionalText(choices, 'help'),
  };
  if (type.kind === 'list' || type.kind === 'set') return { name, type, ...texts };
  const presumed = choices.chance(12) ? { presumed: within(type, drawConstant(choices, type, known)) } : {};
  const sample = type.kind === 'country' && choices.chance(50) ? { sample: 'FR' } : {};
  return { name, type, ...texts, ...presumed, ...sample };
}

/** A constant that keeps to the ranges that {@link drawType} declares: they all hold 1. */
function within<T>(type: ScalarType, value: T): T | string {
  return 'minimum' in type || 'maximum' in type ? '1' : value;
}

function drawType(
  choices: Choices,
  name: string,
  enumerations: readonly Enumeration[],
  inline: Enumeration[] | undefined,
): ValueType {
  const enumerated = (): ScalarType => ({ kind: 'enumeration', enumeration: choices.pick(enumerations).name });
  switch (choices.below(14)) {
    case 4:
    case 5:
      return enumerated();
    case 6: {
      if (inline === undefined) return enumerated();
      inline.push(drawEnumeration(choices, name, true));
      return { kind: 'enumeration', enumeration: name };
    }
    case 7:
      return { kind: 'integer', ...range(choices, '0', '5') };
    case 8:
      return { kind: 'decimal', ...range(choices, '0', '100') };
    case 9:
      return { kind: 'fraction', ...range(choices, '0', '1') };
    case 10:
      return { kind: choices.pick(['date', 'instant'] as const) };
    case 11:
      return { kind: choices.pick(['country', 'text'] as const) };
    case 12:
      return { kind: choices.pick(['set', 'list'] as const), of: enumerated() };
    case 13:
      return { kind: 'list', of: choices.pick([{ kind: 'decimal', minimum: '0' }, { kind: 'boolean' }] as const) };
    default:
      return { kind: 'boolean' };
  }
}

function range(
  choices: Choices,
  minimum: string,
  maximum: string,
): { readonly minimum?: string; readonly maximum?: string; readonly unit?: string } {
  return {
    ...(choices.chance(60) ? { minimum } : {}),
    ...(choices.chance(60) ? { maximum } : {}),
    ...(choices.chance(30) ? { unit: 'percent' } : {}),
  };
}

/** One or two dates of change; a single content may hold from the beginning. */
function drawDates(choices: Choices): readonly { readonly from?: string }[] {
  const dates = choices.some(DATES, 1, 2);
  return dates.length === 1 && choices.chance(50) ? [{}] : dates.map((from) => ({ from }));
}

function drawList(
  choices: Choices,
  name: string,
  enumerations: readonly Enumeration[],
  per: readonly string[],
): DatedList {
  const type: ScalarType = choices.chance(40)
    ? { kind: 'enumeration', enumeration: choices.pick(enumerations).name }
    : { kind: choices.pick(['country', 'text', 'integer'] as const) };
  const values = drawDates(choices).map((from) => ({ ...from, values: drawConstants(choices, type, enumerations) }));
  return { name, type, ...optionalText(choices, 'label'), per, values };
}

function drawParameter(
  choices: Choices,
  name: string,
  enumerations: readonly Enumeration[],
  per: readonly string[],
): Parameter {
  const kind = choices.pick(['integer', 'decimal', 'fraction', 'date', 'integer', 'decimal', ...RARE_KINDS] as const);
  const type: ScalarType = kind === 'enumeration' ? { kind, enumeration: choices.pick(enumerations).name } : { kind };
  const values = drawDates(choices).map((from) => ({ ...from, value: drawConstant(choices, type, enumerations) }));
  return { name, type, ...optionalText(choices, 'label'), per, values };
}

const RARE_KINDS = ['boolean', 'enumeration', 'instant', 'country', 'text'] as const;
