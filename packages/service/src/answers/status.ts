import { statusAt, timeline } from '@proviso/logic';
import { formatInstant } from '@proviso/model';
import type { ShelvedRulebook } from '../rulebooks/shelf.ts';
import type { Questions, Vantage } from './pose.ts';

/** The status of every provision at one vantage, as data. @throws InputError */
export function statusReport(rulebook: ShelvedRulebook, asked: Vantage, questions: Questions) {
  const { compiled } = rulebook.program;
  const document = rulebook.program.rulebook;
  const { vantage, readings } = questions.decider(rulebook, asked).question;
  return {
    rulebook: rulebook.id,
    asOf: formatInstant(document.zone, vantage.asOf),
    knownOn: vantage.knownOn === null ? null : formatInstant(document.zone, vantage.knownOn),
    readings,
    provisions: statusAt(compiled.status, document, vantage, readings),
  };
}

/** The status of every provision over time, as `proviso timeline --json` tells it. @throws InputError */
export function timelineReport(
  rulebook: ShelvedRulebook,
  asked: Pick<Vantage, 'knownOn' | 'readings'>,
  questions: Questions,
) {
  const { vantage, readings } = questions.decider(rulebook, asked).question;
  const { compiled } = rulebook.program;
  const provisions = timeline(compiled.status, rulebook.program.rulebook, { knownOn: vantage.knownOn, readings });
  return { rulebook: rulebook.id, knownOn: asked.knownOn ?? null, readings, provisions };
}
