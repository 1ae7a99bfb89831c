import type { Declarations, Fact } from '@proviso/model';
import { nameKey, pieces } from './fold.ts';

/** A text that speaks of a fact, ready to be compared. */
export interface Told {
  readonly of: 'name' | 'label' | 'question';
  /** Of a label or question. */
  readonly language?: string;
  readonly text: string;
  readonly key: string;
  readonly pieces: ReadonlySet<string>;
}

/** A fact with all that the rulebook says of it. */
export interface Subject {
  readonly path: string;
  readonly fact: Fact;
  readonly told: readonly Told[];
}

/** The facts of a rulebook, those of parties by path, in order of declaration. */
export function subjectsOf(declarations: Declarations): readonly Subject[] {
  const plain = declarations.facts.map((fact) => subject(fact.name, fact, {}));
  const ofParties = declarations.parties.flatMap((party) => {
    const group = declarations.groups.find((candidate) => candidate.name === party.group);
    return (group?.facts ?? []).map((fact) => subject(`${party.name}.${fact.name}`, fact, party.label ?? {}));
  });
  return [...plain, ...ofParties];
}

function subject(path: string, fact: Fact, party: Readonly<Record<string, string>>): Subject {
  const labels = Object.entries(fact.label ?? {}).map(([language, text]) => {
    const owner = party[language];
    return told('label', owner === undefined ? text : `${owner} ${text}`, language);
  });
  const questions = Object.entries(fact.question ?? {}).map(([language, text]) => told('question', text, language));
  return { path, fact, told: [told('name', path), ...labels, ...questions] };
}

function told(of: Told['of'], text: string, language?: string): Told {
  return { of, ...(language === undefined ? {} : { language }), text, key: nameKey(text), pieces: pieces(text) };
}
