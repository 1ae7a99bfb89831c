import type { Moment, Rulebook, Said, Vocabulary } from '@proviso/model';
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
    what: Said,
    next: ReadonlyMap<string, readonly string[]>,
  ): void => {
    for (const cycle of findCycles(next.keys(), (name) => next.get(name) ?? [])) {
      const at = declared.find(({ node }) => kinds.includes(kindOf(node)) && nameOf(node) === cycle[0]);
      const range = at === undefined ? START : nameRangeOf(at.node);
      const message = {
        en: `${what.en} in a circle: ${showCycle(cycle)}`,
        zh: `${what.zh}，形成循环：${showCycle(cycle)}`,
      };
      const hint = { en: 'take one of them out of the circle', zh: '请将其中之一移出循环' };
      context.diagnostics.report(code, range, message, hint);
    }
  };
  const terms = new Map(
    document.terms.map(({ means, name }) => [
      name,
      [...parts(means)].flatMap((part) => (part.op === 'term' ? [part.term] : [])),
    ]),
  );
  report('PV2020', ['term'], { en: 'these terms are defined', zh: '这些术语互相定义' }, terms);
  if (document.kind === 'vocabulary') return;
  const hanging = new Map(
    [...document.instruments, ...document.provisions].map(({ hangsOn, name }) => [name, list(hangsOn)]),
  );
  // A provision stands and falls with its instrument, so hanging on a provision of one's own is a circle too.
  for (const { instrument, name } of document.provisions) hanging.set(name, [...(hanging.get(name) ?? []), instrument]);
  report('PV3001', ['instrument', 'provision'], { en: 'these hang on each other', zh: '它们互相依附' }, hanging);
  const dates = new Map(
    document.events.map(({ from, known, name, on, until }) => [
      name,
      [on, known, from, until?.moment].flatMap((moment) => countedFrom(moment)),
    ]),
  );
  report('PV3002', ['event'], { en: 'these dates are counted from each other', zh: '这些日期互相起算' }, dates);
  const lifts = new Map(
    document.rules.map((rule) => [rule.name, rule.lifts.flatMap((target) => reach(target, rule, document))]),
  );
  report('PV4002', ['rule'], { en: 'these rules lift each other', zh: '这些规则互相排除' }, lifts);
  const situations = new Map(document.situations.map(({ name, situation }) => [name, list(situation)]));
  report('PV5006', ['situation'], { en: 'these situations build on each other', zh: '这些情形互为基础' }, situations);
}

function list(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}

function countedFrom(moment: Moment | undefined): readonly string[] {
  if (moment?.kind === 'after') return [moment.event];
  return moment?.kind === 'between' ? [...countedFrom(moment.earliest), ...countedFrom(moment.latest)] : [];
}
