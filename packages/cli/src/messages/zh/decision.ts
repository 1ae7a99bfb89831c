import type { RuleKind } from '@proviso/model';
import type { DecisionMessages, EffectParts } from '../contract.ts';
import { words } from './words.ts';

const VERBS: Readonly<Record<RuleKind, string>> = {
  prohibition: '禁止该交易',
  restriction: '限制该交易',
  exemption: '豁免该交易',
  licence: '许可该交易',
  duty: '设定义务',
};

function effect({ kind, state, status, by, since, event }: EffectParts): string {
  const verb = VERBS[kind];
  switch (state) {
    case 'stands':
      return verb;
    case 'lifted':
      return `本应${verb}；${by === null ? '已被排除适用' : `因${by}而不适用`}`;
    case 'open':
      return `可能${verb}，取决于尚缺的信息`;
    case 'does_not_apply':
      return '不适用';
    case 'not_in_force':
      return `本应${verb}；${since === null ? '' : `自${since}起`}${words.statuses[status]}${event === null ? '' : `（${event}）`}`;
  }
}

/** The answer to `decide` in Chinese. */
export const decision: DecisionMessages = {
  opening({ verdict, mayProceed, rulebook, asOf, known, possible }) {
    const under = `依据${rulebook}，以${asOf}为准，${known}`;
    switch (verdict) {
      case 'prohibited':
        return `禁止。${under}，该交易不得进行。`;
      case 'restricted':
        return `受限制。${under}，该交易仅在满足下列条件时可以进行。`;
      case 'licensed':
        return `已获许可。${under}，该交易有许可，可以进行。`;
      case 'exempt':
        return `豁免。${under}，该交易属于豁免情形，可以进行。`;
      case 'not_restricted':
        return `不受限制。${under}，没有有效规则适用于该交易，可以进行。`;
      case 'undetermined':
        return mayProceed === 'only_if'
          ? `尚不能确定。${under}，该交易可以进行，但可能须满足条件。可能的结论：${possible}。`
          : `尚不能确定。${under}，现有信息不足以判断该交易能否进行。可能的结论：${possible}。`;
    }
  },
  onAllKnown: '依据全部已知情况',
  onKnown: (date) => `依据截至${date}的已知情况`,
  notEnforced: '对本结论所依据规定的违反行为不予追究；结论本身不变。',
  heldBack: ({ verdict, provision, status, since, event, citation }) =>
    `仅因有关规定未处于有效状态才如此：若全部规定均有效，该交易的结论将是“${verdict}”。` +
    `${provision}${since === null ? '' : `自${since}起`}${status}${event === null ? '' : `（${event}）`}。${words.sentence(citation)}`,
  why: '理由',
  nothingReaches: '没有规则适用于该交易。',
  effect,
  conditions: { met: '已满足', unmet: '未满足', unknown: '是否满足不明' },
  underReadings: '各种解释下的结论',
  sameUnderReadings: (combinations, verdict) =>
    `未决解释共有${combinations}种组合，无论采用哪一种，结论均为“${verdict}”`,
  more: (count) => `另有${count}项（--json 可显示全部）`,
  moreQuestions: (count) => `另有${count}项；\`proviso ask\` 只会询问仍然重要的问题`,
  missing: '尚缺的信息',
  needKinds: { fact: '事实', reading: '解释', status: '效力状态', open: '未决问题' },
  canSettle: (verdicts) => `仅凭其答案即可确定：${verdicts}`,
  argued: (by) => `主张者：${by}`,
  change: '什么会改变结论',
  changeTo: (verdict, changes) => `若${changes}，则结论为“${verdict}”`,
  duties: '义务',
  due(rhythm, date) {
    if (date === null) return '';
    if (rhythm === 'yearly') return `每年履行，下一次不迟于${date}`;
    return rhythm === 'until' ? `持续至${date}` : `不迟于${date}`;
  },
  dutyOpen: '可能适用，取决于尚缺的信息',
  presumed: '因未说明而推定',
  readings: '所采用的解释',
  withinDay: '该日之内',
  fromUntil: (from, until) => `自${from}至${until}`,
  validity: '有效期间',
  valid(from, until) {
    if (from === null && until === null) return '在任何日期结论均相同。';
    if (from === null) return `至${until}为止，结论相同。`;
    return `自${from}起${until === null ? '' : `至${until}为止`}，结论相同。`;
  },
  scope: ({ id, digest, engine }) =>
    `本结论仅涉及规则书 ${id}（${digest}），由 Proviso ${engine} 得出。该交易可能还受其他法律约束。`,
};
