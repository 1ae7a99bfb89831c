import type { CompiledRulebook } from '../compile/compiled-rulebook.ts';
import type { Program } from '../program.ts';
import { idleLifts, neverAndAlways } from './applying.ts';
import { contradictions } from './assumptions.ts';
import { clashes } from './clashes.ts';
import { type Finding, finding } from './finding.ts';
import { neverInForce } from './force.ts';
import { idleFacts, idleReadings } from './mattering.ts';
import { Survey } from './survey.ts';

/** How to check. */
export interface CheckOptions {
  /** Most nodes that a diagram may have. */
  readonly bound?: number;
  /** Only errors, which is quicker: for whoever must refuse a rulebook that has some. */
  readonly only?: 'errors';
}

const DEFAULT_BOUND = 500_000;

/**
 * Finds what is wrong with the meaning of a rulebook that is free of errors of language. Every finding is exact: what
 * is reported is so for every date, state of knowledge, reading and transaction that it speaks of.
 */
export function check(program: Program | CompiledRulebook, options: CheckOptions = {}): readonly Finding[] {
  const compiled = 'compiled' in program ? program.compiled : program;
  const survey = new Survey(compiled, options.bound ?? DEFAULT_BOUND);
  const contradictory = contradictions(survey);
  // Where no transaction is possible everything else would be true of none.
  if (contradictory.length > 0) return contradictory;
  if (options.only === 'errors') return clashes(survey);
  const findings = [
    ...clashes(survey),
    ...neverAndAlways(survey),
    ...idleLifts(survey),
    ...idleReadings(survey),
    ...neverInForce(survey),
    ...idleFacts(survey),
  ];
  return survey.outgrown === undefined ? findings : [...findings, tooLarge(survey.outgrown)];
}

function tooLarge(bound: number): Finding {
  const message = {
    en: `the decision diagram of this rulebook needs more than ${bound} nodes; checks that need the whole of it were left out`,
    zh: `此规则书的决策图需要 ${bound} 个以上的节点；需要整个决策图的检查未予进行`,
  };
  const hint = {
    en: 'answers stay exact but take longer; split facts that are compared with very many values',
    zh: '结论依然精确，但用时更长；请拆分与极多的值比较的事实',
  };
  return finding('PV6009', { kind: 'header', name: '' }, message, hint);
}
