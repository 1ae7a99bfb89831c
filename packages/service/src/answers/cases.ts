import { type Decider, InputError } from '@proviso/logic';
import { readJson } from '../http/json-text.ts';
import { Problem } from '../http/problem.ts';
import { textOfCase } from '../http/split-cases.ts';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import { type Json, jsonOf, packed } from './json-of.ts';
import { verdictJson } from './pose.ts';

/** What is said of each case. */
export type CaseDetail = 'verdict' | 'answer';

/** Cases of up to so many bytes are remembered, at most so many for each decider. */
const LONGEST_KEPT = 2000;
const MOST_KEPT = 20_000;

const NO_FACTS = { en: 'A case is not an object of facts.', zh: '其中一个案例不是事实对象。' };

/** Answers cases from their bytes: what came before is looked up, not read again. */
export class Cases {
  readonly #kept: Readonly<Record<CaseDetail, WeakMap<Decider, Map<string, Json>>>> = {
    verdict: new WeakMap(),
    answer: new WeakMap(),
  };

  /**
   * What answers the bytes of cases (see `splitCases`): the JSON of each answer, or the error in a case.
   * @throws Problem when they are not acceptable JSON.
   */
  answering(rulebook: ShelvedRulebook, decider: Decider, detail: CaseDetail): (bytes: string) => Json | InputError {
    const kept = this.#kept[detail].get(decider) ?? new Map<string, Json>();
    this.#kept[detail].set(decider, kept);
    return (bytes) => {
      const known = kept.get(bytes);
      if (known !== undefined) return known;
      const made = answered(textOfCase(bytes), rulebook, decider, detail);
      if (!(made instanceof InputError) && bytes.length <= LONGEST_KEPT) {
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(bytes, made);
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
