import type { CompiledRule } from '../compile/compiled-rulebook.ts';
import type { Frame } from '../decide/frame.ts';
import { type Finding, finding } from './finding.ts';
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
      ? 'its validity ends before it begins'
      : unannounced(survey, compiledRule);
    if (reason === undefined) return [];
    const { rule } = compiledRule;
    const message = `${rule.kind} \`${rule.name}\` is never in force: ${reason}`;
    return [
      finding(
        'PV6006',
        { kind: 'rule', name: rule.name },
        message,
        'add the event that puts it in force, or correct the dates',
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
function unannounced({ compiled }: Survey, { rule }: CompiledRule): string | undefined {
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
  return missing === undefined ? undefined : `no event issues \`${missing}\` or announces its effect`;
}
