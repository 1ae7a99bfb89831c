import type { Rulebook } from './rulebook.ts';
import type { Declarations, Enumeration, Fact, Vocabulary } from './vocabulary.ts';

/** All that a rulebook can refer to: its own declarations and those of the vocabularies it uses, vocabularies first. */
export function allDeclarations(rulebook: Rulebook): Declarations {
  const parts: readonly Declarations[] = [...rulebook.vocabularies, rulebook];
  return {
    enumerations: parts.flatMap((part) => part.enumerations),
    lists: parts.flatMap((part) => part.lists),
    parameters: parts.flatMap((part) => part.parameters),
    facts: parts.flatMap((part) => part.facts),
    groups: parts.flatMap((part) => part.groups),
    parties: parts.flatMap((part) => part.parties),
    terms: parts.flatMap((part) => part.terms),
    assumptions: parts.flatMap((part) => part.assumptions),
    readings: parts.flatMap((part) => part.readings),
  };
}

/** Every fact by its path, in order of declaration: plain facts, then the facts of each party (`counterparty.share`). */
export function factsByPath(declarations: Declarations): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const fact of declarations.facts) facts.set(fact.name, fact);
  for (const party of declarations.parties) {
    const group = declarations.groups.find((candidate) => candidate.name === party.group);
    for (const fact of group?.facts ?? []) facts.set(`${party.name}.${fact.name}`, fact);
  }
  return facts;
}

/** Enumerations by name. */
export function enumerationsByName(declarations: Declarations): ReadonlyMap<string, Enumeration> {
  return new Map(declarations.enumerations.map((enumeration) => [enumeration.name, enumeration]));
}

/** Whether a document is a vocabulary. */
export function isVocabulary(document: Rulebook | Vocabulary): document is Vocabulary {
  return document.kind === 'vocabulary';
}
