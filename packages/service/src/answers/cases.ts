import { type Decider, InputError } from '@proviso/logic';
import { readJson } from '../http/json-text.ts';
import { Problem } from '../http/problem.ts';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { type Json, jsonOf, packed } from './json-of.ts';
import { verdictJson } from './pose.ts';

/** What is said of each case. */
export type CaseDetail = 'verdict' | 'answer';

/** Texts of cases up to so many characters are remembered, at most so many for each decider. */
const LONGEST_KEPT = 2000;
const MOST_KEPT = 20_000;

const NO_FACTS = { en: 'A case is not an object of facts.', zh: '其中一个案例不是事实对象。' };

/** Answers cases from their texts: a text that came before is looked up, not read again. */
export class Cases {
  readonly #kept: Readonly<Record<CaseDetail, WeakMap<Decider, Map<string, Json>>>> = {
    verdict: new WeakMap(),
    answer: new WeakMap(),
  };

  /**
   * What answers the texts of cases: the JSON of each answer, or the error in a case.
   * @throws Problem when a text is not acceptable JSON.
   */
  answering(rulebook: ShelvedRulebook, decider: Decider, detail: CaseDetail): (text: string) => Json | InputError {
    const kept = this.#kept[detail].get(decider) ?? new Map<string, Json>();
    this.#kept[detail].set(decider, kept);
    return (text) => {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const made = answered(text, rulebook, decider, detail);
      if (!(made instanceof InputError) && text.length <= LONGEST_KEPT) {
        if (kept.size >= MOST_KEPT) kept.clear();
        // A copy: a slice would keep the whole text that it was cut from.
        kept.set(Buffer.from(text).toString(), made);
      }
      return made;
    };
  }
}

function answered(text: string, rulebook: ShelvedRulebook, decider: Decider, detail: CaseDetail): Json | InputError {
  const raw = readJson(text);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new Problem(400, 'wrong_member', NO_FACTS, { field: 'cases' });
  }
  try {
    const facts = rulebook.program.readFacts(raw);
    return detail === 'verdict' ? verdictJson({ rulebook, decider, facts }) : packed(jsonOf(decider.decide(facts)));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
