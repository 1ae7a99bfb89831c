import type { Rulebook } from '@proviso/model';
import { compile, type Explanation, explain, renderText } from '../../src/index.ts';
import { rulebook } from '../arbitrary/build.ts';

/** What is asked of a rulebook. */
export interface Asked {
  readonly facts?: Record<string, unknown>;
  readonly asOf?: string;
  readonly knownOn?: string;
  readonly readings?: Record<string, string>;
  readonly detail?: 'short' | 'full';
}

/** The explanation of an answer of a rulebook made from the parts that a test cares about. */
export function told(parts: Partial<Rulebook>, asked: Asked = {}): Explanation {
  const { facts = {}, detail = 'short', asOf = '2020-06-01', ...rest } = asked;
  const program = compile(rulebook(parts));
  return explain(program.at({ asOf, ...rest }), program.readFacts(facts), { detail });
}

/** In English, without the list of what is cited. */
export const english = (explanation: Explanation) => renderText(explanation, 'en', { citations: false });
/** In Chinese, without the list of what is cited. */
export const chinese = (explanation: Explanation) => renderText(explanation, 'zh', { citations: false });
