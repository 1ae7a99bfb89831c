import { type Enumeration, nearest } from '@proviso/model';
import type { InputColumn } from '../columns.ts';
import { readableCells } from './cell-words.ts';
import type { Reason } from './contract.ts';
import { nameKey, pieces } from './fold.ts';
import type { Subject, Told } from './subjects.ts';

/** A column ready to be compared. */
export interface Heading {
  readonly column: InputColumn;
  readonly key: string;
  readonly pieces: ReadonlySet<string>;
  readonly cells: readonly string[];
}

/** A column's name in the form that is compared. */
export function headingOf(column: InputColumn, cells: readonly string[]): Heading {
  return { column, key: nameKey(column.name), pieces: pieces(column.name), cells };
}

/** How much a column is like a fact, from 0 to 1, and what speaks for it. */
export interface Likeness {
  readonly score: number;
  readonly why: readonly Reason[];
}

/** Words of headings that say nothing about what is in the column. */
const GENERIC = new Set('type name code id flag kind value field no number 类型 名称 编号 代码 种类'.split(' '));
const GENERIC_WEIGHT = 0.3;
/** No name of a column is longer than this in earnest; what is longer is not compared letter by letter. */
const LONGEST_COMPARED = 80;
/** The most that shared words can make of a likeness. */
const NAME_SHARE = 0.95;
const QUESTION_SHARE = 0.6;
const NEAR_NAME = 0.7;

/** Compares columns with the facts of one rulebook: a word that many facts have counts for little. */
export class Comparison {
  /** How many facts have a word in their name or label, and how many have it anywhere. */
  readonly #inNames = new Map<string, number>();
  readonly #anywhere = new Map<string, number>();
  readonly #wholes = new Map<Told, number>();
  readonly #enumerations: ReadonlyMap<string, Enumeration>;

  constructor(subjects: readonly Subject[], enumerations: ReadonlyMap<string, Enumeration>) {
    this.#enumerations = enumerations;
    for (const { told } of subjects) {
      count(
        told.filter(({ of }) => of !== 'question'),
        this.#inNames,
      );
      count(told, this.#anywhere);
    }
  }

  /** The likeness by name, by words and by cells together. Cells that are mostly no values of the fact speak against it. */
  likeness(heading: Heading, subject: Subject): Likeness {
    const byName = this.#byName(heading, subject);
    if (byName.score === 0 && !tells(subject)) return byName;
    const cells = readableCells(subject.fact, this.#enumerations, heading.cells);
    if (cells.seen > 0 && !isList(subject) && cells.matched.length * 2 < cells.seen) return { score: 0, why: [] };
    const byCells = tells(subject)
      ? (cells.matched.length / Math.max(1, cells.seen)) * (1 - 0.5 ** cells.values.size)
      : 0;
    const why: Reason[] = [...byName.why];
    if (byCells > 0) {
      why.push({ kind: 'cells', matched: cells.matched.length, seen: cells.seen, examples: cells.matched.slice(0, 3) });
    }
    return { score: 1 - (1 - byName.score) * (1 - byCells), why };
  }

  /** Whether there are cells, and none of them is a value of the fact. */
  noCell(heading: Heading, subject: Subject): boolean {
    if (isList(subject)) return false;
    const { seen, matched } = readableCells(subject.fact, this.#enumerations, heading.cells);
    return seen > 0 && matched.length === 0;
  }

  #byName(heading: Heading, { told }: Subject): Likeness {
    let best: Likeness = { score: 0, why: [] };
    for (const text of told) {
      const found = this.#shared(heading.pieces, text);
      if (found.score > best.score) best = found;
    }
    const name = told[0]?.key ?? '';
    if (best.score < NEAR_NAME && isSlip(heading.key, name)) return { score: NEAR_NAME, why: [{ kind: 'near_name' }] };
    return best;
  }

  #whole(text: Told, frequency: ReadonlyMap<string, number>): number {
    const known = this.#wholes.get(text) ?? weigh(text.pieces, frequency);
    this.#wholes.set(text, known);
    return known;
  }

  #shared(words: ReadonlySet<string>, text: Told): Likeness {
    const shared = [...words].filter((word) => text.pieces.has(word));
    if (shared.length === 0) return { score: 0, why: [] };
    const frequency = text.of === 'question' ? this.#anywhere : this.#inNames;
    const weight = weigh(shared, frequency);
    const ofColumn = weight / weigh(words, frequency);
    const ofText = weight / this.#whole(text, frequency);
    // A heading says less than a label, so what it says counts for more than what it leaves out.
    const agreement =
      text.of === 'question'
        ? QUESTION_SHARE * ofColumn
        : (NAME_SHARE * 1.5 * ofColumn * ofText) / (0.5 * ofColumn + ofText);
    const language = text.language === undefined ? {} : { language: text.language };
    return {
      score: agreement * Math.min(1, weight),
      why: [{ kind: 'shared_words', of: text.of, ...language, words: shared }],
    };
  }
}

function count(told: readonly Told[], frequency: Map<string, number>): void {
  const words = new Set(told.flatMap((text) => [...text.pieces]));
  for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
}

function weigh(words: Iterable<string>, frequency: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const word of words) {
    sum += GENERIC.has(word) ? GENERIC_WEIGHT : 1 / (1 + Math.log(frequency.get(word) ?? 1));
  }
  return sum;
}

/** Whether the cells alone can tell that a column gives the fact: yes and no, numbers and dates can be anything. */
function tells({ fact }: Subject): boolean {
  return fact.type.kind === 'enumeration' || fact.type.kind === 'country';
}

function isList({ fact }: Subject): boolean {
  return fact.type.kind === 'list' || fact.type.kind === 'set';
}

function isSlip(a: string, b: string): boolean {
  if (a.length < 5 || a.length > LONGEST_COMPARED || Math.abs(a.length - b.length) > 2) return false;
  return nearest(a, [b]) !== undefined;
}
