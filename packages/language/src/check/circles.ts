import type { Moment, Rulebook, Vocabulary } from '@proviso/model';
import type { BuildContext } from '../build/context.ts';
import { type Declared, kindOf, nameOf } from '../build/declarations.ts';
import type { Code } from '../codes.ts';
import { nameRangeOf, START } from '../diagnostic.ts';
import { findCycles, showCycle } from './cycles.ts';
import { parts } from './expressions.ts';
import { reach } from './lifts.ts';

/** Reports terms, dates, hanging and lifting in a circle. */
export function checkCircles(
  document: Rulebook | Vocabulary,
  declared: readonly Declared[],
  context: BuildContext,
): void {
  const report = (
    code: Code,
    kinds: readonly string[],
    what: string,
    next: ReadonlyMap<string, readonly string[]>,
  ): void => {
    for (const cycle of findCycles(next.keys(), (name) => next.get(name) ?? [])) {
      const at = declared.find(({ node }) => kinds.includes(kindOf(node)) && nameOf(node) === cycle[0]);
      const range = at === undefined ? START : nameRangeOf(at.node);
      context.diagnostics.report(
        code,
        range,
        `${what} in a circle: ${showCycle(cycle)}`,
        'take one of them out of the circle',
      );
    }
  };
  const terms = new Map(
    document.terms.map(({ means, name }) => [
      name,
      [...parts(means)].flatMap((part) => (part.op === 'term' ? [part.term] : [])),
    ]),
  );
  report('PV2020', ['term'], 'these terms are defined', terms);
  if (document.kind === 'vocabulary') return;
  const hanging = new Map(
    [...document.instruments, ...document.provisions].map(({ hangsOn, name }) => [name, list(hangsOn)]),
  );
  // A provision stands and falls with its instrument, so hanging on a provision of one's own is a circle too.
  for (const { instrument, name } of document.provisions) hanging.set(name, [...(hanging.get(name) ?? []), instrument]);
  report('PV3001', ['instrument', 'provision'], 'these hang on each other', hanging);
  const dates = new Map(
    document.events.map(({ from, known, name, on, until }) => [
      name,
      [on, known, from, until?.moment].flatMap((moment) => countedFrom(moment)),
    ]),
  );
  report('PV3002', ['event'], 'these dates are counted from each other', dates);
  const lifts = new Map(
    document.rules.map((rule) => [rule.name, rule.lifts.flatMap((target) => reach(target, rule, document))]),
  );
  report('PV4002', ['rule'], 'these rules lift each other', lifts);
  const situations = new Map(document.situations.map(({ name, situation }) => [name, list(situation)]));
  report('PV5006', ['situation'], 'these situations build on each other', situations);
}

function list(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

function countedFrom(moment: Moment | undefined): readonly string[] {
  if (moment?.kind === 'after') return [moment.event];
  return moment?.kind === 'between' ? [...countedFrom(moment.earliest), ...countedFrom(moment.latest)] : [];
}
