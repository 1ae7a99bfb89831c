import type { Said } from '@proviso/model';
import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import type { Frame } from '../decide/frame.ts';
import { type Finding, finding } from './finding.ts';
import { ruleName } from './rule-words.ts';
import type { Survey } from './survey.ts';
import { vantages } from './vantages.ts';

/**
 * PV6006: rules never in force at any vantage and never announced: for some provision that states the rule no event
 * ever issues it or dates its effect, or the rule is a licence that ends before it begins. A law that was announced and
 * then lacked an identification, or was stopped before its day, is a piece of history and no slip.
 */
export function neverInForce(survey: Survey): readonly Finding[] {
  const waiting = new Set(survey.compiled.rules);
  for (const frame of survey.frames()) {
    if (waiting.size === 0) return [];
    for (const rule of waiting) if (isInForce(frame, rule)) waiting.delete(rule);
  }
  return [...waiting].flatMap((compiledRule): readonly Finding[] => {
    const reason = isEmpty(survey, compiledRule)
      ? { en: 'its validity ends before it begins', zh: '其有效期在开始之前就已结束' }
      : unannounced(survey, compiledRule);
    if (reason === undefined) return [];
    const { rule } = compiledRule;
    const { en, zh } = ruleName(rule);
    return [
      finding(
        'PV6006',
        { kind: 'rule', name: rule.name },
        { en: `${en} is never in force: ${reason.en}`, zh: `${zh} 从未生效：${reason.zh}` },
        { en: 'add the event that puts it in force, or correct the dates', zh: '请加上使其生效的事件，或更正日期' },
      ),
    ];
  });
}

function isInForce({ inForce }: Frame, { index }: CompiledRule): boolean {
  return inForce[index]?.includes(1) === true;
}

function isEmpty({ compiled }: Survey, { rule }: CompiledRule): boolean {
  if (rule.kind !== 'licence' || rule.validFrom === undefined || rule.validUntil === undefined) return false;
  return compiled.status.resolve(rule.validUntil)[0] < compiled.status.resolve(rule.validFrom)[0];
}

/** Why a rule was never announced; undefined when it was. */
function unannounced({ compiled }: Survey, { rule }: CompiledRule): Said | undefined {
  const waiting = new Set(rule.per);
  for (const vantage of vantages(compiled.status)) {
    if (vantage.knownOn !== null || waiting.size === 0) break;
    const unknowns = compiled.status.unknowns(vantage);
    const statuses = compiled.status.under(
      vantage,
      unknowns.map(() => 0),
    );
    for (const name of waiting) {
      const status = statuses.get(name);
      const isAhead = status?.status === 'not_yet_issued' || status?.status === 'not_yet_effective';
      if (!isAhead || status.event !== null) waiting.delete(name);
    }
  }
  const [missing] = waiting;
  if (missing === undefined) return undefined;
  return {
    en: `no event issues \`${missing}\` or announces its effect`,
    zh: `没有任何事件发布 \`${missing}\` 或宣布其生效`,
  };
}
