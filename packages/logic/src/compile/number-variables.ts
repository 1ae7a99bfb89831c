import { type Declarations, enumerationsByName, type Rulebook } from '@proviso/model';
import { cutRegions, type Subject } from './cut-regions.ts';
import type { FactRegions, UnknownKind, Variable, VariableTable } from './variables.ts';

/** What gets variables. */
export interface Numbered {
  readonly rulebook: Rulebook;
  readonly declarations: Declarations;
  /** Facts that some condition uses. */
  readonly subjects: Iterable<Subject>;
  /** How many periods dated declarations make. */
  readonly periods: number;
}

/**
 * Cuts facts into regions and numbers the variables.
 * @param order unknowns (`fact:territory`, `reading:x`, `status:event`, `open:y`), most deciding first; what it does not name
 *   comes last, by name.
 */
export function numberVariables(
  { rulebook, declarations, subjects, periods }: Numbered,
  order: readonly string[],
): VariableTable {
  const enumerations = enumerationsByName(declarations);
  const all: Variable[] = [];
  const regions: FactRegions[] = [];
  const found: { readonly key: string; make(): void }[] = [];
  const add = (kind: UnknownKind, name: string, make: () => void) => found.push({ key: `${kind}:${name}`, make });
  for (const subject of subjects) {
    add('fact', subject.path, () => regions.push(cutRegions(subject, all, enumerations, periods)));
  }
  for (const { name, alternatives } of declarations.readings) {
    const samples = alternatives.map((alternative) => alternative.name);
    add('reading', name, () => all.push({ kind: 'reading', name, size: samples.length, samples }));
  }
  const yesOrNo = (kind: 'status' | 'open', name: string) =>
    add(kind, name, () => all.push({ kind, name, size: 2, samples: [false, true] }));
  for (const { name, kind, on, known, from } of rulebook.events) {
    const doubtful = [on, known, from].some((moment) => moment?.kind === 'between');
    if (kind === 'unsettled' || doubtful) yesOrNo('status', name);
  }
  for (const { name } of rulebook.opens) yesOrNo('open', name);
  const rank = new Map(order.map((key, index) => [key, index]));
  const place = (key: string) => rank.get(key) ?? order.length;
  found.sort((a, b) => place(a.key) - place(b.key) || (a.key < b.key ? -1 : 1));
  for (const entry of found) entry.make();
  return { all, regions };
}
