import { type Detail, explain as explanationOf } from '@proviso/logic';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { writeOut } from '../output/write.ts';
import { pose } from '../posed.ts';
import { renderProof } from '../render/proof.ts';

/** `proviso explain`: the proof of the answer as an indented tree. */
export function explain(context: Context): number {
  const { decider, facts, told } = pose(context);
  const detail = (context.arguments.text('detail') ?? 'short') as Detail;
  const explanation = told(() => explanationOf(decider, facts, { detail }));
  writeOut(context.json ? `${JSON.stringify(explanation, null, 2)}\n` : renderProof(explanation, context));
  return EXIT.answered;
}
