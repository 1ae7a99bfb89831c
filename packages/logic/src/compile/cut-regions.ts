import type { Enumeration, Fact, ScalarType, ScalarValue } from '@proviso/model';
import { cutCells } from './domain.ts';
import { finder } from './lookup.ts';
import { type FactRegions, isOrdered, type Variable } from './variables.ts';

/** Says something of one value of a fact (or of one element of a list) in one period. */
export type Predicate = (value: ScalarValue, period: number) => boolean;

/** What conditions ask of the values of one fact, or of the elements of one list. */
export interface Subject {
  readonly path: string;
  readonly type: ScalarType;
  readonly list: 'list' | 'set' | undefined;
  readonly fact: Fact;
  readonly constants: Set<ScalarValue>;
  readonly predicates: Predicate[];
  /** Filled by {@link cutRegions}: for each predicate its truth table. */
  readonly tables: { truth: Uint8Array[] }[];
  /** For lists: the largest count that conditions tell apart. */
  cap: number;
  /** Variables, once numbered. */
  readonly numbers: number[];
}

interface Region {
  readonly index: number;
  readonly samples: ScalarValue[];
  count: number;
}

/** Groups the cells of a subject by what all predicates say of them, makes its variables and fills the truth tables. */
export function cutRegions(
  subject: Subject,
  all: Variable[],
  enumerations: ReadonlyMap<string, Enumeration>,
  periods: number,
): FactRegions {
  const { cells, lookup } = cutCells(subject.type, [...subject.constants], enumerations);
  const bySignature = new Map<string, Region>();
  const regionOfCell: number[] = [];
  const order = cells.map((cell, index) => ({ cell, index }));
  // Not by order of declaration, so that the order in a document never changes an answer.
  if (!isOrdered(subject.type)) order.sort((a, b) => (String(a.cell.sample) < String(b.cell.sample) ? -1 : 1));
  for (const { cell, index } of order) {
    let signature = '';
    for (const predicate of subject.predicates) {
      for (let period = 0; period < periods; period++) signature += predicate(cell.sample, period) ? '1' : '0';
    }
    let region = bySignature.get(signature);
    if (region === undefined) {
      region = { index: bySignature.size, samples: [], count: 0 };
      bySignature.set(signature, region);
    }
    region.samples.push(cell.sample);
    region.count += cell.count;
    regionOfCell[index] = region.index;
  }
  const regions = [...bySignature.values()];
  fillTables(subject, regions, periods);
  const slots = lookup.slots.map((cell) => regionOfCell[cell] ?? -1);
  const kept = { path: subject.path, variables: subject.numbers, lookup: { ...lookup, slots } };
  const samples = samplesOf(subject, regions, finder(kept.lookup));
  if (subject.list === undefined) {
    subject.numbers.push(all.push({ kind: 'fact', name: subject.path, size: regions.length, samples }) - 1);
    return kept;
  }
  const caps = regions.map(({ count }) => (subject.list === 'set' ? Math.min(count, subject.cap) : subject.cap));
  caps.forEach((cap, elementClass) => {
    const sample = samples[elementClass] ?? false;
    const variable: Variable = { kind: 'fact', name: subject.path, size: cap + 1, samples: [sample], elementClass };
    subject.numbers.push(all.push(variable) - 1);
  });
  return { ...kept, caps };
}

function fillTables(subject: Subject, regions: readonly Region[], periods: number): void {
  subject.predicates.forEach((predicate, index) => {
    const perPeriod = Array.from({ length: periods }, (_, period) =>
      Uint8Array.from(regions, (region) => (predicate(region.samples[0] ?? false, period) ? 1 : 0)),
    );
    const same = perPeriod.every((table) => table.every((value, at) => value === perPeriod[0]?.[at]));
    subject.tables[index]?.truth.push(...(same ? perPeriod.slice(0, 1) : perPeriod));
  });
}

/** The value to show for each region: the declared sample, `other`, or the first. */
function samplesOf(
  { fact }: Subject,
  regions: readonly Region[],
  find: (value: ScalarValue) => number,
): readonly ScalarValue[] {
  const preferred = fact.sample === undefined ? -1 : find(fact.sample);
  return regions.map(({ index, samples }) =>
    index === preferred && fact.sample !== undefined
      ? fact.sample
      : (samples.find((value) => value === 'other') ?? samples[0] ?? false),
  );
}
