import { reports as en } from '../en/reports.ts';
import type { ReportMessages } from '../reports.ts';

/** Interview, time line, tests and checks in Chinese. */
export const reports: ReportMessages = {
  ask: {
    opening: (rulebook, asOf) => `依据${rulebook}提问，以${asOf}为准。`,
    keys: '请输入编号或值；? = 不知道，why = 为何提出此问题，back = 返回上一题，quit = 停止并给出目前的结论。',
    question: (index, left) => `问题 ${index}（最多还剩 ${left} 题）`,
    prompt: '> ',
    why: 'why',
    whyAsked: (name, verdicts) => `仅凭 \`${name}\` 的答案即可将结论确定为：${verdicts}。`,
    whyCites: '与之相关的规则',
    noneBefore: '这是第一个问题。',
    wrongChoice: (expected) => `请输入${expected}；或输入 ?、why、back、quit。`,
    ended: '已停止。目前的结论：',
    settled: '其他问题不会再改变结果。结论：',
    nothingLeft: '尚未确定之处无法再由您所知的事实解决。结论：',
  },
  timeline: {
    title: (rulebook, known) => `${rulebook}各条规定的效力状态，${known}。`,
    legend: '图例',
    notEnforced: '有效但不予追究（小写字母）',
    changes: '变更',
    sinceEver: '自始',
    depends: (on) => `取决于${on}`,
    through: (provision) => `因 ${provision}`,
    statusLetters: en.timeline.statusLetters,
  },
  test: {
    compared: (wanted, got) => `预期 ${wanted}，实际 ${got}`,
    fields: {
      verdict: '结论',
      mayProceed: '能否进行',
      possible: '可能的结论',
      heldBack: '因何未执行',
      enforced: '是否追究',
      needs: '尚缺',
      cites: '引用',
    },
    nothing: '无',
    failed: (name, place) => `未通过 ${name}（${place}）`,
    because: '案例所述理由',
    noAnswer: (reason) => `没有结论：${reason}`,
    closing: (passed, failed) => [`${passed} 项通过，${failed} 项未通过`, `${passed} passed, ${failed} failed`],
    none: '此处没有示例，也没有案例。',
    wrongCase: (problem) => ({
      what: `${problem}。`,
      next: '每个案例为一行 JSON：{"id", "rulebook", "as_of", "facts": {}, "verdict", ...}。',
    }),
    caseProblems: {
      malformed: (problem) => `此行不是合法的 JSON：${problem}`,
      notObject: '此行不是 JSON 对象',
      missing: (field) => `案例缺少 \`${field}\``,
      wrong: (field, expected) => `\`${field}\` 应为${expected}`,
      unknown: (field, near) => `案例没有 \`${field}\` 这一项${near === undefined ? '' : `；您是否想写 \`${near}\`？`}`,
      twice: (id, line) => `标识 \`${id}\` 已在第 ${line} 行使用`,
    },
  },
  check: {
    seeItWith: '可用以下命令重现：',
    severities: { error: '错误', warning: '警告' },
    closing: (files, errors, warnings) => `已检查 ${files} 个文件：${errors} 处错误，${warnings} 处警告`,
    size: ({ rulebook, rules, variables, nodes, frames, milliseconds }) =>
      `${rulebook}：${rules} 条规则，${variables} 个变量，${frames} 种法律状态的决策图共 ${nodes} 个节点，编译用时 ${milliseconds} 毫秒`,
    noFiles: '没有找到可检查的规则书。请给出文件，或用 --rulebook 指明规则书。',
  },
  format: {
    written: (file) => `已格式化 ${file}`,
    would: (file) => `${file} 尚未格式化`,
    noFiles: '请给出要格式化的规则书文件。',
    unsound: (file) => ({ what: `${file} 有错误，未作改动。`, next: '请先更正错误；`proviso check` 会列出它们。' }),
  },
};
