import { createInterface } from 'node:readline';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { type Channel, Interview } from '../interview/interview.ts';
import { writeError, writeOut } from '../output/write.ts';
import { pose } from '../posed.ts';
import { renderDecision } from '../render/decision.ts';

/** `proviso ask`: an interview that asks only for what still matters. With `--json` the questions go to standard error. */
export async function ask(context: Context): Promise<number> {
  const posed = pose(context);
  const lines = createInterface({ input: process.stdin, terminal: false });
  const facts = await new Interview(posed, context, channelOn(lines[Symbol.asyncIterator](), context)).hold();
  lines.close();
  process.stdin.destroy();
  const answer = posed.told(() => posed.decider.decide(facts));
  writeOut(
    context.json ? `${JSON.stringify(answer, null, 2)}\n` : `\n${renderDecision(answer, posed.rulebook, context)}`,
  );
  return EXIT.answered;
}

function channelOn(lines: AsyncIterator<string>, context: Context): Channel {
  return {
    say: context.json ? writeError : writeOut,
    listen: async () => {
      const { value, done } = await lines.next();
      return done === true ? undefined : value;
    },
  };
}
