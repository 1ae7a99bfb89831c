import type { FactValues, Value, ValueType } from '@proviso/model';
import { type Comparands, comparandsOf } from '../oracle/constants.ts';
import { domainSize, scalarDomain } from '../oracle/domain.ts';
import type { Question } from '../oracle/question.ts';
import type { World } from '../oracle/world.ts';
import type { Choices } from './choices.ts';
import { DAYS } from './draw-law.ts';

const CLOCKS = ['T00:00:00Z', 'T03:00:00-04:00', 'T12:00:00Z', 'T23:59:59-04:00'] as const;

/** A random question with at most `limit` combinations of unknown facts. */
export function drawQuestion(choices: Choices, world: World, limit: number): Question {
  const readings: Record<string, string> = {};
  for (const { name, alternatives } of world.declarations.readings) {
    if (choices.chance(35)) readings[name] = choices.pick(alternatives).name;
  }
  const question = {
    asOf: drawPoint(choices),
    ...(choices.chance(40) ? { knownOn: drawPoint(choices) } : {}),
    readings,
    facts: drawFacts(choices, world),
  };
  return { ...question, facts: narrowed(choices, world, question, limit) };
}

function drawPoint(choices: Choices): string {
  const date = choices.pick([...DAYS, ...DAYS, '2020-07-15', '2021-01-20', '2021-01-20', '2020-01-01']);
  return choices.chance(50) ? `${date}${choices.pick(CLOCKS)}` : date;
}

/** Some facts given, some marked unknown, some absent. */
export function drawFacts(choices: Choices, world: World): FactValues {
  const facts: Record<string, Value | null> = {};
  for (const path of world.facts.keys()) {
    const what = choices.below(10);
    if (what < 4) continue;
    facts[path] = what === 4 ? null : drawValue(choices, world, path);
  }
  return facts;
}

/** A valid value for a fact, mostly at or near something that it is compared with. */
export function drawValue(choices: Choices, world: World, path: string): Value {
  const type = world.facts.get(path)?.type ?? { kind: 'boolean' };
  const odd = choices.chance(20) ? unusual(type) : undefined;
  if (odd !== undefined) return odd;
  const { constants } = comparandsOf(world).get(path) ?? NOTHING;
  if (type.kind !== 'list' && type.kind !== 'set') return choices.pick(scalarDomain(world, type, [...constants], 1));
  const elements = scalarDomain(world, type.of, [...constants], 1);
  if (type.kind === 'set') return [...choices.some(elements, 0, elements.length)].sort();
  return choices.times(choices.between(0, 4), () => choices.pick(elements));
}

const NOTHING: Comparands = { constants: new Set(), repeats: 0 };

/** A value that is nobody's representative. */
function unusual(type: ValueType): Value | undefined {
  switch (type.kind) {
    case 'decimal':
      return '0.75';
    case 'fraction':
      return '1/7';
    case 'date':
      return '2020-07-07';
    case 'instant':
      return '2020-06-01T20:00:00+08:00';
    case 'text':
      return 'something else';
    case 'country':
      return 'ZW';
    case 'list':
      return type.of.kind === 'decimal' ? ['0.75', '7', '0.75', '0'] : undefined;
    default:
      return undefined;
  }
}

function narrowed(choices: Choices, world: World, question: Question, limit: number): FactValues {
  const facts: Record<string, Value | null> = { ...question.facts };
  const comparands = comparandsOf(world);
  const sizes = [...comparands].flatMap(([path, compared]) => {
    const fact = world.facts.get(path);
    const given = facts[path] === undefined ? fact?.presumed : facts[path];
    const isUnknown = fact !== undefined && (given === undefined || given === null);
    return isUnknown ? [{ path, size: domainSize(world, fact.type, compared) }] : [];
  });
  let product = sizes.reduce((all, { size }) => all * size, 1);
  for (const { path, size } of sizes.sort((a, b) => b.size - a.size)) {
    if (product <= limit) break;
    facts[path] = drawValue(choices, world, path);
    product /= size;
  }
  return facts;
}
