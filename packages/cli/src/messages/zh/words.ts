import type { Words } from '../contract.ts';

function joined(items: readonly string[], last: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join('、')}${last}${items.at(-1)}`;
}

/** Words in Chinese. */
export const words: Words = {
  verdicts: {
    prohibited: '禁止',
    restricted: '受限制',
    licensed: '已获许可',
    exempt: '豁免',
    not_restricted: '不受限制',
    undetermined: '尚不能确定',
  },
  mayProceed: {
    yes: '可以进行',
    no: '不得进行',
    only_if: '仅在满足条件时可以进行',
    unknown: '能否进行尚无定论',
  },
  statuses: {
    in_force: '有效',
    not_yet_issued: '尚未发布',
    not_yet_effective: '尚未生效',
    not_identified: '尚未经认定，无实际内容',
    suspended: '暂停执行',
    enjoined: '被禁制令禁止执行',
    expired: '已失效',
    revoked: '已撤销',
    rescinded: '已废止',
    void: '自始无效',
    unknown: '效力状态不明',
  },
  ruleKinds: {
    prohibition: '禁止',
    restriction: '限制',
    exemption: '豁免',
    licence: '许可',
    duty: '义务',
  },
  eventKinds: {
    issued: '发布',
    effective: '生效',
    identified: '认定',
    enjoined: '禁制',
    suspended: '暂停',
    revived: '恢复',
    revoked: '撤销',
    rescinded: '废止',
    expired: '失效',
    voided: '宣告无效',
    not_enforced: '不予追究',
    unsettled: '状态不明',
    noted: '备注',
  },
  yes: '是',
  no: '否',
  unknown: '不知道',
  list: (items) => joined(items, '和'),
  alternatives: (items) => joined(items, '或'),
  date: (year, month, day) => `${year}年${month}月${day}日`,
  clock: (date, time, offset) => `${date}${time}（UTC${offset === 'Z' ? '' : offset}）`,
  quoted: (text) => `“${text}”`,
  named: (label, name) => `${label} [${name}]`,
  pair: (left, right) => `${left}：${right}`,
  aside: (text, aside) => `${text}（${aside}）`,
  cited: (document, place) => `${document}，${place}`,
  sentences: (parts) => parts.filter((part) => part !== '').join(''),
  sentence: (text) => (/[。！？.!?][”"）)]?$/.test(text) ? text : `${text}。`),
};
