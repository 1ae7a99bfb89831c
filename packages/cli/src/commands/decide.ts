import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { writeOut } from '../output/write.ts';
import { pose } from '../posed.ts';
import { renderDecision } from '../render/decision.ts';

/** `proviso decide`: may this transaction go ahead, and why. */
export function decide(context: Context): number {
  const { decider, facts, rulebook, told } = pose(context);
  const answer = told(() => decider.decide(facts));
  writeOut(context.json ? `${JSON.stringify(answer, null, 2)}\n` : renderDecision(answer, rulebook, context));
  return EXIT.answered;
}
