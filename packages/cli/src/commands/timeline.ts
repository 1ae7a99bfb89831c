import { compile, timeline as timelineOf } from '@proviso/logic';
import type { Context } from '../context.ts';
import { EXIT } from '../failure.ts';
import { gatherReadings } from '../input/readings.ts';
import { told } from '../input/told.ts';
import { writeOut } from '../output/write.ts';
import { loadNamedRulebook } from '../rulebook/load.ts';
import { renderTimeline } from '../timeline/render.ts';

/** `proviso timeline`: the status of every provision over time. */
export function timeline(context: Context): number {
  const { rulebook, digest } = loadNamedRulebook(context);
  const readings = gatherReadings(context);
  const text = context.arguments.text('known-on');
  const program = compile(rulebook, { digest });
  const provisions = told(context, new Map(), () => {
    const { knownOn } = program.at({ readings, ...(text === undefined ? {} : { knownOn: text }) }).question.vantage;
    return timelineOf(program.compiled.status, rulebook, { knownOn, readings });
  });
  const found = { rulebook: rulebook.id, knownOn: text ?? null, readings, provisions };
  writeOut(context.json ? `${JSON.stringify(found, null, 2)}\n` : renderTimeline(found, rulebook, context));
  return EXIT.answered;
}
