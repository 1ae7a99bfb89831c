import type { Expression, MayProceed, Rulebook, SettledVerdict, Value, Verdict } from '@proviso/model';
import { byReading, type ReadingAnswer } from './by-reading.ts';
import { type DutyState, dutyStates } from './duties.ts';
import { type HeldBackAnswer, heldBack } from './held-back.ts';
import { type Needed, needsOf } from './needs.ts';
import type { Question, StatusSource } from './question.ts';
import { type Scene, sceneOf, tabulate } from './scene.ts';
import { isPossible, summaryWhere } from './table.ts';
import { truthOf } from './truth.ts';
import { presumedFacts } from './unknowns.ts';
import { type World, worldOf } from './world.ts';

/** The part of an answer that the meaning fixes. */
export interface OracleAnswer {
  readonly verdict: Verdict;
  readonly mayProceed: MayProceed;
  readonly possible: readonly SettledVerdict[];
  readonly needs: readonly Needed[];
  readonly heldBack: HeldBackAnswer | null;
  readonly byReading: readonly ReadingAnswer[];
  readonly presumed: Readonly<Record<string, Value>>;
  readonly duties: readonly DutyState[];
}

/** Answers by trying every completion. `contradiction`: no completion satisfies the assumptions. */
export interface Oracle {
  readonly world: World;
  answer(question: Question): OracleAnswer | 'contradiction';
  verdict(question: Question): Verdict | 'contradiction';
  /** Whether a condition holds in every admissible completion, in none, or in some. */
  truth(question: Question, condition: Expression): 'true' | 'false' | 'unknown';
  /** The completions themselves. */
  scene(question: Question): Scene;
}

/** Makes an oracle for a rulebook. */
export function oracleOf(rulebook: Rulebook, status: StatusSource): Oracle {
  const world = worldOf(rulebook);
  const scene = (question: Question) => sceneOf(world, status, question);
  return {
    world,
    scene,
    truth: (question, condition) => truthOf(scene(question), condition),
    verdict(question) {
      const { table } = tabulate(scene(question));
      return isPossible(table) ? summaryWhere(table).verdict : 'contradiction';
    },
    answer(question) {
      const asked = scene(question);
      const tabulated = tabulate(asked);
      const { table } = tabulated;
      if (!isPossible(table)) return 'contradiction';
      const summary = summaryWhere(table);
      return {
        ...summary,
        needs: needsOf(table),
        heldBack: heldBack(asked, summary.verdict),
        byReading: byReading(table),
        presumed: presumedFacts(world, question),
        duties: dutyStates(world.rulebook, tabulated),
      };
    },
  };
}
