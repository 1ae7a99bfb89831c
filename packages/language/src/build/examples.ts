import {
  type Example,
  type Expectation,
  type FactValues,
  type MayProceed,
  type Situation,
  STATUSES,
  type Value,
  VERDICTS,
} from '@proviso/model';
import type * as ast from '../generated/ast.ts';
import { listed, proposal } from '../link/find.ts';
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
      `example "${node.name}" has no \`as of\``,
      'add `as of 2020-09-21`',
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
      context.diagnostics.report('PV5003', supposed, `reading \`${found.reading}\` is given twice`, 'keep one');
    readings[found.reading] = found.alternative;
  }
  return readings;
}

function situationName(reference: ast.Reference, context: BuildContext): string {
  const { situations } = context.scope;
  if (!situations.has(reference.name)) {
    const hint = proposal(reference.name, situations);
    context.diagnostics.report('PV5001', reference, `there is no situation \`${reference.name}\``, hint);
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
      const message = kind === undefined ? `there is no fact \`${path}\`` : `\`${path}\` is a ${kind}, not a fact`;
      diagnostics.report('PV5005', item.fact, message, proposal(path, scope.facts.keys()));
      continue;
    }
    if (Object.hasOwn(given, path)) diagnostics.report('PV5003', item, `\`${path}\` is given twice`, 'keep one');
    const type = fact?.type ?? { kind: 'boolean' };
    if (item.unknown) given[path] = null;
    else if (item.value !== undefined) given[path] = givenValue(item.value, type, context) ?? null;
    else {
      if (type.kind !== 'boolean')
        diagnostics.report('PV2014', item, `\`${path}\` is not yes or no`, `write \`${path} is VALUE\``);
      given[path] = !item.negated;
    }
  }
  return given;
}

function written(path: ast.Path): string {
  return path.second === undefined ? path.first : `${path.first}.${path.second}`;
}

const ANSWERS: readonly MayProceed[] = ['yes', 'no', 'only_if', 'unknown'];

function expectation(node: ast.Expectation, context: BuildContext): Expectation {
  const { clauses } = node;
  const possible = one(clauses, 'Possible', context)?.verdicts.map((verdict) =>
    oneOf(VERDICTS, verdict.name, 'verdict', verdict, context),
  );
  const answer = one(clauses, 'MayProceed', context);
  const heldBack = one(clauses, 'HeldBack', context);
  const enforced = one(clauses, 'Enforced', context);
  return {
    verdict: oneOf(VERDICTS, node.verdict.name, 'verdict', node.verdict, context) ?? 'undetermined',
    ...optional('mayProceed', answer && oneOf(ANSWERS, answer.answer, 'answer', answer, context)),
    ...optional(
      'possible',
      possible?.filter((verdict) => verdict !== undefined),
    ),
    ...optional(
      'needs',
      one(clauses, 'Needs', context)?.needs.map((need) => neededName(need, context)),
    ),
    ...optional('heldBack', heldBack && oneOf(STATUSES, heldBack.status, 'status', heldBack, context)),
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
  what: string,
  at: AstNode,
  context: BuildContext,
): T | undefined {
  const found = words.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  const near = proposal(word, words);
  const hint = near.startsWith('did') ? near : `use one of ${listed(words)}`;
  context.diagnostics.report('PV5002', at, `\`${word}\` is no ${what}`, hint);
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
  checkKnown(name, known, path, 'fact, reading, event or provision', context);
  return name;
}

function citedName(reference: ast.Reference, context: BuildContext): string {
  const { scope } = context;
  const known = [...scope.provisions.keys(), ...scope.instruments, ...scope.terms.keys()];
  checkKnown(reference.name, known, reference, 'provision, instrument or term', context);
  return reference.name;
}

function checkKnown(name: string, known: readonly string[], at: AstNode, what: string, context: BuildContext): void {
  if (!known.includes(name))
    context.diagnostics.report('PV5005', at, `there is no ${what} \`${name}\``, proposal(name, known));
}
