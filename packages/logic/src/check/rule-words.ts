import type { Rule, Said } from '@proviso/model';

/** Kinds of rule, as a target names them. */
const CHINESE = {
  prohibition: '禁止规则',
  restriction: '限制规则',
  exemption: '豁免规则',
  licence: '许可规则',
  duty: '义务规则',
  rule: '规则',
} as const;

/** A rule by its kind and name. */
export function ruleName({ kind, name }: Pick<Rule, 'kind' | 'name'>): Said {
  return { en: `${kind} \`${name}\``, zh: `${CHINESE[kind]} \`${name}\`` };
}

/** Every rule of a kind, perhaps of a law only. */
export function everyRule(kind: keyof typeof CHINESE, of: string | undefined): Said {
  return {
    en: `every ${kind}${of === undefined ? '' : ` of \`${of}\``}`,
    zh: `${of === undefined ? '' : ` \`${of}\` 的`}每一条${CHINESE[kind]}`,
  };
}
