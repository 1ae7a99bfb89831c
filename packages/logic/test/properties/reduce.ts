import type { Expression, FactValues, Rule, Rulebook } from '@proviso/model';
import type { Case } from '../arbitrary/arbitraries.ts';
import { ALWAYS } from '../arbitrary/build.ts';

const PARTS = [
  'rules',
  'examples',
  'situations',
  'events',
  'assumptions',
  'terms',
  'opens',
  'readings',
  'lists',
  'parameters',
  'parties',
  'groups',
  'facts',
] as const;

/** A smaller case that still fails, found by leaving out whatever can be left out. */
export function reduced(failing: Case, fails: (candidate: Case) => boolean): Case {
  let least: Case = { ...failing, book: { ...failing.book, sections: [] } };
  if (!fails(least)) return failing;
  for (let again = true; again; ) {
    again = false;
    for (const candidate of smaller(least)) {
      if (!fails(candidate)) continue;
      least = candidate;
      again = true;
      break;
    }
  }
  return least;
}

function* smaller({ book, question, dice }: Case): Generator<Case> {
  for (const other of smallerBooks(book)) yield { book: other, question, dice };
  for (const path of Object.keys(question.facts)) {
    yield { book, question: { ...question, facts: without(question.facts, path) }, dice };
  }
  for (const reading of Object.keys(question.readings)) {
    const readings = Object.entries(question.readings).filter(([name]) => name !== reading);
    yield { book, question: { ...question, readings: Object.fromEntries(readings) }, dice };
  }
  const { knownOn, ...others } = question;
  if (knownOn !== undefined) yield { book, question: others, dice };
}

function without(facts: FactValues, path: string): FactValues {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== path));
}

function* smallerBooks(book: Rulebook): Generator<Rulebook> {
  for (const part of PARTS) {
    for (const [index, { name }] of book[part].entries()) {
      const enumerations = book.enumerations.filter((it) => part !== 'facts' || !it.inline || it.name !== name);
      yield { ...book, enumerations, [part]: book[part].toSpliced(index, 1) };
    }
  }
  for (const [index, event] of book.events.entries()) {
    const put = (...more: readonly (typeof event)[]) => ({ ...book, events: book.events.toSpliced(index, 1, ...more) });
    const { by, known, until, under, from, ...bare } = event;
    if (by ?? known ?? until ?? under ?? from) yield put(bare);
    if (by !== undefined) yield put({ ...bare, ...defined({ known, until, under, from }) });
    if (known !== undefined) yield put({ ...bare, ...defined({ by, until, under, from }) });
  }
  for (const [index, rule] of book.rules.entries()) {
    for (const simpler of simplerRules(rule)) yield { ...book, rules: book.rules.toSpliced(index, 1, simpler) };
  }
  for (const [index, term] of book.terms.entries()) {
    for (const means of simplerConditions(term.means)) {
      yield { ...book, terms: book.terms.toSpliced(index, 1, { ...term, means }) };
    }
  }
  for (const [index, assumption] of book.assumptions.entries()) {
    for (const that of simplerConditions(assumption.that)) {
      yield { ...book, assumptions: book.assumptions.toSpliced(index, 1, { ...assumption, that }) };
    }
  }
}

function defined<T extends object>(parts: T): { readonly [K in keyof T]: NonNullable<T[K]> } | object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function* simplerRules(rule: Rule): Generator<Rule> {
  for (const when of simplerConditions(rule.when)) yield { ...rule, when };
  for (let index = 0; index < rule.lifts.length; index++) yield { ...rule, lifts: rule.lifts.toSpliced(index, 1) };
  for (let index = 0; rule.per.length > 1 && index < rule.per.length; index++) {
    yield { ...rule, per: rule.per.toSpliced(index, 1) };
  }
  if (rule.kind !== 'restriction') return;
  for (const [index, condition] of rule.onlyIf.entries()) {
    yield { ...rule, onlyIf: rule.onlyIf.toSpliced(index, 1) };
    for (const that of simplerConditions(condition.that)) {
      yield { ...rule, onlyIf: rule.onlyIf.toSpliced(index, 1, { ...condition, that }) };
    }
  }
}

/** Conditions with something left out. */
function* simplerConditions(condition: Expression): Generator<Expression> {
  switch (condition.op) {
    case 'value':
      return;
    case 'not':
      yield condition.operand;
      for (const operand of simplerConditions(condition.operand)) yield { op: 'not', operand };
      break;
    case 'and':
    case 'or':
      yield* condition.operands;
      for (const [index, operand] of condition.operands.entries()) {
        if (condition.operands.length > 2) yield { ...condition, operands: condition.operands.toSpliced(index, 1) };
        for (const simpler of simplerConditions(operand)) {
          yield { ...condition, operands: condition.operands.toSpliced(index, 1, simpler) };
        }
      }
      break;
    case 'implies':
      yield condition.left;
      yield condition.right;
      for (const left of simplerConditions(condition.left)) yield { ...condition, left };
      for (const right of simplerConditions(condition.right)) yield { ...condition, right };
      break;
  }
  yield ALWAYS;
}
