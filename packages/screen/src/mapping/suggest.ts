import { type Declarations, type Enumeration, enumerationsByName } from '@proviso/model';
import type { InputColumn } from '../columns.ts';
import { translateCells } from './cell-words.ts';
import type { Candidate, OpenChoice, Reason, Samples, Suggestion, Suggestions } from './contract.ts';
import { Comparison, type Heading, headingOf } from './likeness.ts';
import { mayHold } from './stored-types.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** A column that may give a fact, while it is not yet known which do. */
interface Pair extends Candidate {
  readonly subject: Subject;
  readonly heading: Heading;
}

/** Less likely than this is not worth showing. */
const LEAST = 0.5;
/** Scores that lie nearer together are a tie. */
const MARGIN = 0.05;
const MOST_CANDIDATES = 5;
/** For a column with the words of a fact of whose cells none is a value of it: names of companies under "Counterparty". */
const SAME_WITHOUT_CELLS = 0.6;

/**
 * For every fact the best column: by the same name, by the same words as its name or label in any language of the rulebook,
 * or by words and cells that largely fit. A column is suggested for one fact at most. Where several are as good as each
 * other nothing is suggested and the choice is left open. Without `samples` only names count; with them, the same words are
 * no more than likely when not one cell is a value of the fact.
 */
export function suggestMapping(
  declarations: Declarations,
  columns: readonly InputColumn[],
  samples: Samples = {},
): Suggestions {
  const headings = columns.map((column) => headingOf(column, cellsOf(samples, column.name)));
  return suggestAmong(declarations, subjectsOf(declarations), headings);
}

/** The cells seen in a column. */
export function cellsOf(samples: Samples, column: string): readonly string[] {
  return Object.hasOwn(samples, column) ? (samples[column] ?? []) : [];
}

/** Like {@link suggestMapping}, for some of the facts and columns. */
export function suggestAmong(
  declarations: Declarations,
  subjects: readonly Subject[],
  headings: readonly Heading[],
): Suggestions {
  const enumerations = enumerationsByName(declarations);
  const rest = new Rest(subjects, headings, enumerations);
  rest.settle(pairsBy(rest, ({ path }, { column }) => (column.name === path ? [{ kind: 'same_name' }] : []), 'exact'));
  const comparison = new Comparison(subjectsOf(declarations), enumerations);
  const settled = (subject: Subject, heading: Heading): readonly Reason[] => {
    const why = sameWords(subject, heading);
    return why.length > 0 && comparison.noCell(heading, subject) ? [] : why;
  };
  rest.settle(pairsBy(rest, settled, 'same'));
  rest.settleLikely(likelyPairs(rest, comparison));
  return rest.suggestions();
}

function sameWords({ told }: Subject, { key }: Heading): readonly Reason[] {
  if (key === '') return [];
  return told.flatMap((text): readonly Reason[] => {
    if (text.key !== key || text.of === 'question') return [];
    if (text.of === 'name' || text.language === undefined) return [{ kind: 'same_words', of: 'name' }];
    return [{ kind: 'same_words', of: 'label', language: text.language, text: text.text }];
  });
}

function pairsBy(
  rest: Rest,
  reasons: (subject: Subject, heading: Heading) => readonly Reason[],
  confidence: 'exact' | 'same',
): readonly Pair[] {
  return rest.every((subject, heading) => {
    const why = reasons(subject, heading);
    return why.length === 0 ? undefined : pair(subject, heading, confidence, 1, why);
  });
}

function likelyPairs(rest: Rest, comparison: Comparison): readonly Pair[] {
  return rest.every((subject, heading) => {
    const same = sameWords(subject, heading);
    if (same.length > 0) {
      const why: readonly Reason[] = [...same, { kind: 'cells', matched: 0, seen: heading.cells.length, examples: [] }];
      return pair(subject, heading, 'likely', SAME_WITHOUT_CELLS, why);
    }
    const { score, why } = comparison.likeness(heading, subject);
    return score < LEAST ? undefined : pair(subject, heading, 'likely', score, why);
  });
}

function pair(
  subject: Subject,
  heading: Heading,
  confidence: Pair['confidence'],
  score: number,
  why: readonly Reason[],
): Pair {
  const { name, stored } = heading.column;
  return { subject, heading, column: name, stored, confidence, score, why };
}

/** The facts and columns that are still free, and what has been found for the others. */
class Rest {
  readonly #subjects: readonly Subject[];
  readonly #enumerations: ReadonlyMap<string, Enumeration>;
  readonly #freeFacts: Set<Subject>;
  readonly #freeColumns: Set<Heading>;
  readonly #found = new Map<Subject, Pair>();
  readonly #open = new Map<Subject, Pair[]>();

  constructor(
    subjects: readonly Subject[],
    headings: readonly Heading[],
    enumerations: ReadonlyMap<string, Enumeration>,
  ) {
    this.#subjects = subjects;
    this.#enumerations = enumerations;
    this.#freeFacts = new Set(subjects);
    this.#freeColumns = new Set(headings);
  }

  /** The pairs that `make` makes of the free facts and columns whose cells can hold values of the fact. */
  every(make: (subject: Subject, heading: Heading) => Pair | undefined): readonly Pair[] {
    const pairs: Pair[] = [];
    for (const subject of this.#freeFacts) {
      for (const heading of this.#freeColumns) {
        if (!mayHold(heading.column.stored, subject.fact.type)) continue;
        const made = make(subject, heading);
        if (made !== undefined) pairs.push(made);
      }
    }
    return pairs;
  }

  /** Takes the pairs whose fact and column are in no other pair; all other facts and columns of the pairs stay open. */
  settle(pairs: readonly Pair[]): void {
    for (const one of clearPairs(pairs)) this.#take(one);
    this.#leaveOpen(this.#free(pairs));
  }

  /** Takes, again and again, the pairs that are clearly better than every other for both their fact and their column. */
  settleLikely(pairs: readonly Pair[]): void {
    let left = pairs;
    for (;;) {
      const clear = clearPairs(left);
      if (clear.length === 0) break;
      for (const one of clear) this.#take(one);
      left = this.#free(left);
    }
    this.#leaveOpen(left);
  }

  #free(pairs: readonly Pair[]): readonly Pair[] {
    return pairs.filter((one) => this.#freeFacts.has(one.subject) && this.#freeColumns.has(one.heading));
  }

  #take(one: Pair): void {
    this.#found.set(one.subject, one);
    this.#freeFacts.delete(one.subject);
    this.#freeColumns.delete(one.heading);
  }

  #leaveOpen(pairs: readonly Pair[]): void {
    for (const one of pairs) {
      const choices = this.#open.get(one.subject) ?? [];
      this.#open.set(one.subject, choices);
      choices.push(one);
      this.#freeFacts.delete(one.subject);
      this.#freeColumns.delete(one.heading);
    }
  }

  /** What was found, in the order of the facts. */
  suggestions(): Suggestions {
    const suggestions: Suggestion[] = [];
    const open: OpenChoice[] = [];
    for (const subject of this.#subjects) {
      const one = this.#found.get(subject);
      if (one !== undefined) {
        const { values } = translateCells(subject.fact, this.#enumerations, one.heading.cells);
        suggestions.push({ fact: subject.path, ...candidate(one), values });
      }
      const several = this.#open.get(subject);
      if (several !== undefined) {
        const best = [...several].sort((a, b) => b.score - a.score).slice(0, MOST_CANDIDATES);
        open.push({ fact: subject.path, candidates: best.map(candidate) });
      }
    }
    return { suggestions, open };
  }
}

/** The pairs that no other pair of the same fact or the same column comes near. */
function clearPairs(pairs: readonly Pair[]): readonly Pair[] {
  const best = new Map<Subject | Heading, readonly [number, number]>();
  for (const { subject, heading, score } of pairs) {
    for (const side of [subject, heading]) {
      const [first, second] = best.get(side) ?? [0, 0];
      best.set(side, score > first ? [score, first] : [first, Math.max(second, score)]);
    }
  }
  return pairs.filter(({ subject, heading, score }) =>
    [subject, heading].every((side) => {
      const [first, second] = best.get(side) ?? [0, 0];
      return score === first && second <= score - MARGIN;
    }),
  );
}

function candidate({ column, stored, confidence, score, why }: Pair): Candidate {
  return { column, stored, confidence, score: Math.round(score * 100) / 100, why };
}
