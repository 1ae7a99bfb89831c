import type { Example, FactValues, Situation, Value, ValueType } from '@proviso/model';
import { anyValue, commaList, quoted } from './lines.ts';
import type { PrintScope } from './scope.ts';
import { citedSource } from './terms.ts';

/** `situation NAME in SITUATION GIVEN, ...` */
export function printSituation({ given, name, situation }: Situation, scope: PrintScope): string {
  return `situation ${name}${situation === undefined ? '' : ` in ${situation}`}\n${commaList('  ', givenItems(given, scope))}`;
}

function givenItems(given: FactValues, scope: PrintScope): string[] {
  return Object.entries(given).map(([path, value]) => givenItem(path, value, scope.facts.get(path)));
}

function givenItem(path: string, value: Value | null, type: ValueType | undefined): string {
  if (value === null) return `${path} unknown`;
  if (value === true) return path;
  return value === false ? `not ${path}` : `${path} is ${anyValue(value, type ?? { kind: 'text' })}`;
}

/** `example "NAME"`, what is given and what is expected, one clause per line. */
export function printExample(example: Example, scope: PrintScope): string {
  const { expect, given, knownOn, readings, situation, source } = example;
  const supposed = Object.entries(readings).map(([reading, alternative]) => `${reading} is ${alternative}`);
  const items = givenItems(given, scope);
  const answer = expect.enforced === undefined ? undefined : expect.enforced ? 'yes' : 'no';
  return [
    `example ${quoted(example.name)}${source === undefined ? '' : ` from ${citedSource(source, scope)}`}`,
    `  as of ${example.asOf}${knownOn === undefined ? '' : ` known on ${knownOn}`}`,
    ...(supposed.length === 0 ? [] : [commaList('  reading', supposed)]),
    ...(situation === undefined ? [] : [`  in ${situation}`]),
    ...(items.length === 0 ? [] : [commaList('  given', items)]),
    `  expect ${expect.verdict}`,
    ...names('needs', expect.needs),
    ...names('possible', expect.possible),
    ...(expect.mayProceed === undefined ? [] : [`    may proceed ${expect.mayProceed}`]),
    ...(expect.heldBack === undefined ? [] : [`    held back ${expect.heldBack}`]),
    ...(answer === undefined ? [] : [`    enforced ${answer}`]),
    ...names('cites', expect.cites),
  ].join('\n');
}

function names(word: string, list: readonly string[] | undefined): string[] {
  return list === undefined || list.length === 0 ? [] : [commaList(`    ${word}`, list)];
}
