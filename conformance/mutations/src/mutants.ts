import {
  type Assumption,
  allDeclarations,
  type Declarations,
  type Fact,
  type Reading,
  type Rulebook,
  type Term,
} from '@proviso/model';
import { changesOf } from './expressions.ts';
import { changesOfEvent, changesOfLaw } from './law.ts';
import { type Change, each, type Mutant, member, without } from './mutant.ts';
import { changesOfRule } from './rules.ts';

/** Every mutant of a rulebook; the vocabularies it uses are changed with it. */
export function mutantsOf(rulebook: Rulebook): readonly Mutant[] {
  const { readings } = allDeclarations(rulebook);
  const { zone } = rulebook;
  const vocabularies = each(rulebook.vocabularies, (vocabulary) => inDeclarations(vocabulary, readings));
  const changes: readonly Change<Rulebook>[] = [
    ...inDeclarations(rulebook, readings),
    ...member(rulebook, 'vocabularies', vocabularies),
    ...member(
      rulebook,
      'rules',
      each(rulebook.rules, (rule) => changesOfRule(rule, readings)),
    ),
    ...member(
      rulebook,
      'events',
      each(rulebook.events, (event) => changesOfEvent(event, zone)),
    ),
    ...member(rulebook, 'instruments', each(rulebook.instruments, changesOfLaw)),
    ...member(rulebook, 'provisions', each(rulebook.provisions, changesOfLaw)),
  ];
  const seen = new Map<string, number>();
  return changes.map(({ what, to }) => {
    const before = seen.get(what) ?? 0;
    seen.set(what, before + 1);
    return { name: before === 0 ? what : `${what} (${before + 1})`, rulebook: to };
  });
}

function inDeclarations<T extends Declarations>(declarations: T, readings: readonly Reading[]): readonly Change<T>[] {
  const terms = each(declarations.terms, (term) =>
    prefixed<Term>(`term ${term.name}`, member(term, 'means', changesOf(term.means, readings))),
  );
  const assumptions = each(declarations.assumptions, (assumption) => [
    { what: `assumption ${assumption.name}: left out`, to: null },
    ...prefixed<Assumption>(
      `assumption ${assumption.name}`,
      member(assumption, 'that', changesOf(assumption.that, readings)),
    ),
  ]);
  const facts = each(declarations.facts, (fact) =>
    prefixed<Fact>(`fact ${fact.name}`, without(fact, 'presumed', 'not presumed')),
  );
  return [
    ...member<T, 'terms'>(declarations, 'terms', terms),
    ...member<T, 'assumptions'>(declarations, 'assumptions', assumptions),
    ...member<T, 'facts'>(declarations, 'facts', facts),
  ];
}

function prefixed<T>(prefix: string, changes: readonly Change<T>[]): readonly Change<T>[] {
  return changes.map(({ what, to }) => ({ what: `${prefix}: ${what}`, to }));
}
