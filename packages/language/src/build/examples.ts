import {
  type Example,
  type Expectation,
  type FactValues,
  type MayProceed,
  type Said,
  type Situation,
  STATUSES,
  type Value,
  VERDICTS,
} from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { choice, proposal } from '../link/find.ts';
import { type Kind, noSuch, notA } from '../link/kinds.ts';
import { alternativeOf, nameAt } from '../link/readings.ts';
import type { AstNode } from '../parser/span.ts';
import { givenValue } from '../type/value.ts';
import { cited } from './citations.ts';
import { type BuildContext, every, one, optional } from './context.ts';
import { date, instant } from './moments.ts';

/** `situation NAME in SITUATION GIVEN, ...` */
export function buildSituation(node: ast.Situation, context: BuildContext): Situation {
  const { name, situation } = node;
  return {
    name,
    ...(situation === undefined ? {} : { situation: situationName(situation, context) }),
    given: givenFacts(node.given, context),
  };
}

/** `example "NAME" as of ... given ... expect ...` */
export function buildExample(node: ast.Example, context: BuildContext): Example {
  const { clauses } = node;
  const source = one(clauses, 'ExampleSource', context);
  const asOf = one(clauses, 'AsOfClause', context);
  const known = one(clauses, 'ExampleKnown', context);
  const situation = one(clauses, 'InClause', context);
  const given = one(clauses, 'GivenClause', context);
  if (asOf === undefined)
    context.diagnostics.report(
      'PV5004',
      node.expect,
      { en: `example "${node.name}" has no \`as of\``, zh: `示例“${node.name}”缺少 \`as of\`` },
      { en: 'add `as of 2020-09-21`', zh: '请加上 `as of 2020-09-21`' },
    );
  return {
    name: node.name,
    ...(source === undefined ? {} : { source: cited(source.source, context) }),
    asOf: asOf === undefined ? '' : stated(asOf.moment, context),
    ...(known === undefined ? {} : { knownOn: stated(known.moment, context) }),
    readings: supposedReadings(every(clauses, 'ExampleReading'), context),
    ...(situation === undefined ? {} : { situation: situationName(situation.situation, context) }),
    given: givenFacts(given?.given ?? [], context),
    expect: expectation(node.expect, context),
  };
}

function stated(node: ast.Stated, context: BuildContext): string {
  return node.instant === undefined ? date(node.date ?? '', node, context) : instant(node.instant, node, context);
}

function supposedReadings(clauses: readonly ast.ExampleReading[], context: BuildContext): Record<string, string> {
  const readings: Record<string, string> = {};
  for (const supposed of clauses.flatMap((clause) => clause.supposed)) {
    const found = alternativeOf(nameAt(supposed.reading), nameAt(supposed.alternative), context);
    if (Object.hasOwn(readings, found.reading))
      context.diagnostics.report(
        'PV5003',
        supposed,
        { en: `reading \`${found.reading}\` is given twice`, zh: `解释问题 \`${found.reading}\` 给出了两次` },
        KEEP_ONE,
      );
    readings[found.reading] = found.alternative;
  }
  return readings;
}

const KEEP_ONE: Said = { en: 'keep one', zh: '请只保留其中一个' };

function situationName(reference: ast.Reference, context: BuildContext): string {
  const { situations } = context.scope;
  if (!situations.has(reference.name)) {
    const hint = proposal(reference.name, situations);
    context.diagnostics.report('PV5001', reference, noSuch('situation', reference.name), hint);
  }
  return reference.name;
}

function givenFacts(items: readonly ast.Given[], context: BuildContext): FactValues {
  const { scope, diagnostics } = context;
  const given: Record<string, Value | null> = {};
  for (const item of items) {
    const path = written(item.fact);
    const fact = scope.facts.get(path);
    const isTerm = fact === undefined && scope.terms.has(path);
    if (fact === undefined && !isTerm) {
      const kind = scope.kindOf(path);
      const message = kind === undefined ? noSuch('fact', path) : notA('fact', path, kind);
      diagnostics.report('PV5005', item.fact, message, proposal(path, scope.facts.keys()));
      continue;
    }
    if (Object.hasOwn(given, path)) {
      const message = { en: `\`${path}\` is given twice`, zh: `\`${path}\` 给出了两次` };
      diagnostics.report('PV5003', item, message, KEEP_ONE);
    }
    const type = fact?.type ?? { kind: 'boolean' };
    if (item.unknown) given[path] = null;
    else if (item.value !== undefined) given[path] = givenValue(item.value, type, context) ?? null;
    else {
      if (type.kind !== 'boolean')
        diagnostics.report(
          'PV2014',
          item,
          { en: `\`${path}\` is not yes or no`, zh: `\`${path}\` 不是“是或否”的事实` },
          { en: `write \`${path} is VALUE\``, zh: `请写 \`${path} is VALUE\`` },
        );
      given[path] = !item.negated;
    }
  }
  return given;
}

function written(path: ast.Path): string {
  return path.second === undefined ? path.first : `${path.first}.${path.second}`;
}

const ANSWERS: readonly MayProceed[] = ['yes', 'no', 'only_if', 'unknown'];

const VERDICT: Said = { en: 'verdict', zh: '结论' };
const ANSWER: Said = { en: 'answer', zh: '“能否进行”的答案' };
const STATUS: Said = { en: 'status', zh: '效力状态' };

function expectation(node: ast.Expectation, context: BuildContext): Expectation {
  const { clauses } = node;
  const possible = one(clauses, 'Possible', context)?.verdicts.map((verdict) =>
    oneOf(VERDICTS, verdict.name, VERDICT, verdict, context),
  );
  const answer = one(clauses, 'MayProceed', context);
  const heldBack = one(clauses, 'HeldBack', context);
  const enforced = one(clauses, 'Enforced', context);
  return {
    verdict: oneOf(VERDICTS, node.verdict.name, VERDICT, node.verdict, context) ?? 'undetermined',
    ...optional('mayProceed', answer && oneOf(ANSWERS, answer.answer, ANSWER, answer, context)),
    ...optional(
      'possible',
      possible?.filter((verdict) => verdict !== undefined),
    ),
    ...optional(
      'needs',
      one(clauses, 'Needs', context)?.needs.map((need) => neededName(need, context)),
    ),
    ...optional('heldBack', heldBack && oneOf(STATUSES, heldBack.status, STATUS, heldBack, context)),
    ...(enforced === undefined ? {} : { enforced: enforced.answer === 'yes' }),
    ...optional(
      'cites',
      one(clauses, 'Cites', context)?.provisions.map((cite) => citedName(cite, context)),
    ),
  };
}

function oneOf<T extends string>(
  words: readonly T[],
  word: string,
  what: Said,
  at: AstNode,
  context: BuildContext,
): T | undefined {
  const found = words.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  const message = { en: `\`${word}\` is no ${what.en}`, zh: `\`${word}\` 不是${what.zh}` };
  context.diagnostics.report('PV5002', at, message, choice(word, words));
  return undefined;
}

function neededName(path: ast.Path, context: BuildContext): string {
  const { scope } = context;
  const name = written(path);
  const known = [
    ...scope.facts.keys(),
    ...scope.readings.keys(),
    ...scope.provisions.keys(),
    ...scope.instruments,
    ...scope.events,
    ...scope.opens,
    ...scope.terms.keys(),
  ];
  checkKnown(name, known, path, ['fact', 'reading', 'event', 'provision'], context);
  return name;
}

function citedName(reference: ast.Reference, context: BuildContext): string {
  const { scope } = context;
  const known = [...scope.provisions.keys(), ...scope.instruments, ...scope.terms.keys()];
  checkKnown(reference.name, known, reference, ['provision', 'instrument', 'term'], context);
  return reference.name;
}

function checkKnown(
  name: string,
  known: readonly string[],
  at: AstNode,
  kinds: readonly [Kind, ...Kind[]],
  context: BuildContext,
): void {
  if (!known.includes(name)) context.diagnostics.report('PV5005', at, noSuch(kinds, name), proposal(name, known));
}
