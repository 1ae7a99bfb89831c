import { type Answer, type Decider, type Detail, type Explanation, explain } from '@proviso/logic';
import { type FactValues, formatInstant, nearest } from '@proviso/model';
import { Problem } from '../http/problem.ts';
import type { Shelf, ShelvedRulebook } from '../rulebooks/shelf.ts';
import { jsonOf } from './json-of.ts';
import { Recent } from './recent.ts';

/** Where and under which readings something is asked, as it comes in. */
export interface Vantage {
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** A question as it comes in. */
export interface Asked extends Vantage {
  readonly rulebook: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A question put to a rulebook. */
export interface Posed {
  readonly rulebook: ShelvedRulebook;
  readonly decider: Decider;
  readonly facts: FactValues;
}

const MOST_DECIDERS = 500;
const MOST_EXPLANATIONS = 2000;

/** Puts questions to the rulebooks of a shelf. */
export class Questions {
  readonly #shelf: Shelf;
  readonly #now: () => number;
  readonly #deciders = new Recent<Decider>(MOST_DECIDERS);
  readonly #explanations = new Recent<Explanation>(MOST_EXPLANATIONS);

  constructor(shelf: Shelf, now: () => number) {
    this.#shelf = shelf;
    this.#now = now;
  }

  /** @throws Problem when there is no such rulebook. */
  rulebook(id: string): ShelvedRulebook {
    const found = this.#shelf.find(id);
    if (found !== undefined) return found;
    const known = this.#shelf.all.map((one) => one.id);
    const near = nearest(id, known);
    const list = known.join(', ');
    throw new Problem(
      404,
      'unknown_rulebook',
      { en: `There is no rulebook ${JSON.stringify(id)}.`, zh: `没有规则书 ${JSON.stringify(id)}。` },
      {
        field: 'rulebook',
        hint:
          near === undefined
            ? { en: `The rulebooks here are ${list}.`, zh: `此处的规则书：${list}。` }
            : { en: `Did you mean ${near}?`, zh: `您是否想写 ${near}？` },
      },
    );
  }

  /** A decider for a vantage; without "as of" for the present second. @throws InputError */
  decider(rulebook: ShelvedRulebook, { asOf, knownOn, readings }: Vantage): Decider {
    const { program } = rulebook;
    const pinned = asOf ?? this.present(rulebook);
    const key = JSON.stringify([rulebook.digest, pinned, knownOn, readings]);
    return this.#deciders.get(key, () =>
      program.at({
        asOf: pinned,
        ...(knownOn === undefined ? {} : { knownOn }),
        ...(readings === undefined ? {} : { readings }),
      }),
    );
  }

  /** The present second in the zone of a rulebook. */
  present({ program }: ShelvedRulebook): string {
    return formatInstant(program.rulebook.zone, Math.floor(this.#now() / 1000) * 1000);
  }

  /** Reads a question. @throws Problem @throws InputError */
  pose(asked: Asked): Posed {
    const rulebook = this.rulebook(asked.rulebook);
    return { rulebook, decider: this.decider(rulebook, asked), facts: rulebook.program.readFacts(asked.facts) };
  }

  /** The proof of an answer. */
  explanation({ rulebook, decider, facts }: Posed, detail: Detail): Explanation {
    const { vantage, readings, day } = decider.question;
    const key = JSON.stringify([rulebook.digest, vantage, readings, day, detail, Object.entries(facts).sort()]);
    return this.#explanations.get(key, () => Object.freeze(explain(decider, facts, { detail })));
  }
}

/** The verdict alone, as JSON. */
export function verdictJson({ decider, facts }: Posed): string {
  return JSON.stringify(decider.possible(facts));
}

/** The whole answer, as JSON. */
export function answerJson(answer: Answer): string {
  return jsonOf(answer);
}
