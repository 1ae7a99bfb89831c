import type { ScalarType, ScalarValue } from '@proviso/model';
import { enumerationsByName } from '@proviso/model';
import type { Decider } from '../decide/decider.ts';
import { ABSENT, FIRST_REGION, UNKNOWN } from '../decide/encoder.ts';
import { InputError } from '../errors.ts';
import type { GeneratedSource } from './source.ts';

/** Source of a test whether a term is asserted among the facts `f`; empty when no term can be. */
export function assertedTest({ compiled }: Decider): string {
  return [...compiled.assertableNames].map((term) => `f[${JSON.stringify(term)}] !== undefined`).join(' || ');
}

/**
 * Source of `load(facts, codes)`: what `Encoder.encode` does, unrolled for one rulebook. It returns false, with nothing done,
 * when equal codes would not mean equal answers (see `Encoder.isSpecial`).
 */
export function loaderSource(decider: Decider): GeneratedSource {
  const { compiled } = decider;
  const values: unknown[] = [refuse];
  const special = [
    assertedTest(decider),
    ...decider.encoder.byValue.map((path) => `f[${JSON.stringify(path)}] !== undefined`),
  ];
  const lines = ['function load(f, c) {', '  let v;'];
  for (const test of special) if (test !== '') lines.push(`  if (${test}) return false;`);
  for (const code of compiled.variables.facts.values()) {
    const access = `f[${JSON.stringify(code.path)}]`;
    const fact = compiled.facts.get(code.path);
    if (fact === undefined) continue;
    const name = JSON.stringify(code.path);
    if (!code.scalar || fact.type.kind === 'list' || fact.type.kind === 'set') {
      const count = values.push(code.countsOf) - 1;
      const set = (expression: (index: number) => string) =>
        code.variables.map((variable, index) => `c[${variable}] = ${expression(index)};`).join(' ');
      lines.push(
        `  v = ${access};`,
        `  if (v === undefined) { ${set(() => String(ABSENT))} }`,
        `  else if (v === null) { ${set(() => String(UNKNOWN))} }`,
        `  else if (!Array.isArray(v)) $[0](${name}, v);`,
        `  else { v = $[${count}](v); ${set((index) => `v[${index}] + ${FIRST_REGION}`)} }`,
      );
      continue;
    }
    const target = `c[${code.variables[0] ?? 0}]`;
    const cases = knownValues(decider, fact.type);
    const region = (value: ScalarValue) => code.regionOf(value) + FIRST_REGION;
    if (fact.type.kind === 'boolean') {
      lines.push(
        `  v = ${access};`,
        `  ${target} = v === true ? ${region(true)} : v === false ? ${region(false)} : v === undefined ? ${ABSENT} : v === null ? ${UNKNOWN} : $[0](${name}, v);`,
      );
    } else if (cases !== undefined) {
      const grouped = new Map<number, string[]>();
      for (const value of cases) {
        const list = grouped.get(region(value)) ?? [];
        list.push(`case ${JSON.stringify(value)}:`);
        grouped.set(region(value), list);
      }
      lines.push(
        `  switch (${access}) {`,
        `    case undefined: ${target} = ${ABSENT}; break;`,
        `    case null: ${target} = ${UNKNOWN}; break;`,
        ...[...grouped].map(([at, labels]) => `    ${labels.join(' ')} ${target} = ${at}; break;`),
        `    default: $[0](${name}, ${access});`,
        '  }',
      );
    } else {
      const regionOf = values.push((value: ScalarValue) => regionOrRefuse(code.path, code.regionOf, value)) - 1;
      lines.push(
        `  v = ${access};`,
        `  ${target} = v === undefined ? ${ABSENT} : v === null ? ${UNKNOWN} : $[${regionOf}](v) + ${FIRST_REGION};`,
      );
    }
  }
  lines.push('  return true;', '}');
  return { text: lines.join('\n'), values };
}

/** All values of a type with few of them; undefined for the others. */
export function knownValues(decider: Decider, type: ScalarType): readonly ScalarValue[] | undefined {
  if (type.kind === 'boolean') return [false, true];
  if (type.kind !== 'enumeration') return undefined;
  return enumerationsByName(decider.compiled.declarations)
    .get(type.enumeration)
    ?.values.map((value) => value.name);
}

/** The region of a value that must be a text of its type. @throws InputError */
export function regionOrRefuse(path: string, regionOf: (value: ScalarValue) => number, value: unknown): number {
  if (typeof value !== 'string') return refuse(path, value);
  const region = regionOf(value);
  return region < 0 ? refuse(path, value) : region;
}

/** Refuses a value that is not of its fact's type. */
export function refuse(path: string, value: unknown): never {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, 60);
  throw new InputError(
    'wrong_value',
    path,
    { en: `${path}: ${shown} is not allowed here`, zh: `${path}：此处不能是 ${shown}` },
    { en: 'read the facts with readFacts first', zh: '请先用 readFacts 读取事实' },
  );
}
