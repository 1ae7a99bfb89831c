import type { Declarations, EnumerationValue, Fact, Rulebook, ValueType } from '@proviso/model';
import type { PosedQuestion } from '../api/contract.ts';

/** A fact by its path, with the words of its party. */
export interface DeclaredFact {
  readonly path: string;
  readonly fact: Fact;
}

/** Everything declared in a rulebook and the vocabularies that it uses. */
export function declarationsOf(rulebook: Rulebook): Declarations {
  const all = [rulebook, ...rulebook.vocabularies];
  return {
    enumerations: all.flatMap((one) => one.enumerations),
    lists: all.flatMap((one) => one.lists),
    parameters: all.flatMap((one) => one.parameters),
    facts: all.flatMap((one) => one.facts),
    groups: all.flatMap((one) => one.groups),
    parties: all.flatMap((one) => one.parties),
    terms: all.flatMap((one) => one.terms),
    assumptions: all.flatMap((one) => one.assumptions),
    readings: all.flatMap((one) => one.readings),
  };
}

/** Every fact that can be given, those of parties by path. */
export function factsOf(declarations: Declarations): readonly DeclaredFact[] {
  const own = declarations.facts.map((fact) => ({ path: fact.name, fact }));
  const ofParties = declarations.parties.flatMap((party) => {
    const group = declarations.groups.find(({ name }) => name === party.group);
    return (group?.facts ?? []).map((fact) => ({ path: `${party.name}.${fact.name}`, fact }));
  });
  return [...own, ...ofParties];
}

/** The values of a fact that is "one of", in order of declaration. */
export function valuesOf(declarations: Declarations, type: ValueType): readonly EnumerationValue[] | undefined {
  const scalar = type.kind === 'list' || type.kind === 'set' ? type.of : type;
  if (scalar.kind !== 'enumeration') return undefined;
  return declarations.enumerations.find(({ name }) => name === scalar.enumeration)?.values;
}

/** The question about a fact as the rulebook declares it; undefined when it declares none. */
export function questionAbout(declarations: Declarations, path: string): PosedQuestion | undefined {
  const found = factsOf(declarations).find((one) => one.path === path);
  if (found === undefined) return undefined;
  const { fact } = found;
  const label = fact.label ?? { en: path };
  const values = valuesOf(declarations, fact.type);
  return {
    fact: path,
    label,
    question: fact.question ?? label,
    ...(fact.help === undefined ? {} : { help: fact.help }),
    type: fact.type,
    ...(values === undefined ? {} : { values }),
    why: { canSettle: [], rules: [] },
  };
}
