import { Problem } from '../http/problem.ts';
import type { Examination } from './examination.ts';
import { isError } from './examine.ts';
import type { FailedExample } from './examples.ts';

const SHADOW = {
  en: 'Add shadow=true to have yours served in its place.',
  zh: '如要以您的版本取而代之，请加上 shadow=true。',
};

/** There are errors in a text that was to be published. */
export function errors({ errors: count, diagnostics }: Pick<Examination, 'errors' | 'diagnostics'>): Problem {
  const remarks = diagnostics.filter(isError);
  const [first] = remarks;
  const where = first === undefined ? '' : `${first.file}:${first.line}:${first.column} `;
  return new Problem(
    422,
    'rulebook_errors',
    {
      en: `Errors in the rulebook: ${count}. The first: ${where}${first?.message ?? ''}.`,
      zh: `规则书有 ${count} 处错误。第一处：${where}${first?.zh.message ?? ''}。`,
    },
    { members: { diagnostics: remarks } },
  );
}

/** Examples in a text that was to be published do not come out as they say. */
export function examples(failed: readonly FailedExample[]): Problem {
  const [first] = failed;
  return new Problem(
    422,
    'examples_fail',
    {
      en: `Examples that do not come out as they say: ${failed.length}. The first: ${first?.name ?? ''}.`,
      zh: `有 ${failed.length} 个示例与结论不符。第一个：${first?.name ?? ''}。`,
    },
    { members: { examples: failed } },
  );
}

/** The text is not the rulebook that the address names. */
export function other(id: string, { kind, id: found }: Pick<Examination, 'kind' | 'id'>): Problem {
  const detail =
    kind === 'vocabulary'
      ? { en: `The text is the vocabulary ${found}.`, zh: `该文本是词汇表 ${found}。` }
      : {
          en: `The text is rulebook ${found}, the address says ${id}.`,
          zh: `该文本是规则书 ${found}，而地址为 ${id}。`,
        };
  return new Problem(422, 'wrong_rulebook', detail, { field: 'id' });
}

/** Nothing can be published under an id. */
export function unfitId(id: string): Problem {
  return new Problem(
    422,
    'wrong_rulebook',
    { en: `Nothing can be published as ${JSON.stringify(id)}.`, zh: `无法以 ${JSON.stringify(id)} 发布。` },
    {
      field: 'id',
      hint: {
        en: 'An id has one to four parts such as us/wechat, in lower case, 100 characters at most.',
        zh: '标识由一至四段组成，如 us/wechat，只用小写，最多 100 个字符。',
      },
    },
  );
}

/** A shipped rulebook is not replaced unless that is asked for. */
export function shipped(id: string): Problem {
  const detail = { en: `The rulebook ${id} comes with the service.`, zh: `规则书 ${id} 是随服务提供的。` };
  return new Problem(409, 'shipped_rulebook', detail, { field: 'id', hint: SHADOW });
}

/** Only what was published can be taken back. */
export function notPublished(id: string): Problem {
  const detail = {
    en: `The rulebook ${id} comes with the service and cannot be withdrawn.`,
    zh: `规则书 ${id} 是随服务提供的，不能撤回。`,
  };
  return new Problem(409, 'shipped_rulebook', detail, { field: 'id' });
}

/** There is no rulebook of an id. */
export function unknown(id: string): Problem {
  const detail = { en: `There is no rulebook ${JSON.stringify(id)}.`, zh: `没有规则书 ${JSON.stringify(id)}。` };
  return new Problem(404, 'unknown_rulebook', detail, { field: 'id' });
}

/** Another version is served than the sender had in mind. */
export function changedMeanwhile(digest: string | undefined): Problem {
  const detail =
    digest === undefined
      ? { en: 'There is no such rulebook now.', zh: '目前没有该规则书。' }
      : { en: `The version that is served now is ${digest}.`, zh: `目前提供的版本是 ${digest}。` };
  return new Problem(412, 'changed_meanwhile', detail, {
    hint: { en: 'Look at that version before you replace it.', zh: '替换之前请先查看该版本。' },
    members: { digest: digest ?? null },
  });
}

/** A text cannot be examined within bounds. */
export function tooComplex(): Problem {
  return new Problem(
    422,
    'too_complex',
    {
      en: 'Examining the text takes longer, or more memory, than is allowed here.',
      zh: '检查该文本所需的时间或内存超出此处的限制。',
    },
    {
      hint: {
        en: 'Examine it with `proviso check`, and split it into several rulebooks.',
        zh: '请用 `proviso check` 检查，并将其拆分为多个规则书。',
      },
    },
  );
}

/** Too many texts wait to be examined. */
export function busy(): Problem {
  return new Problem(
    429,
    'too_many_requests',
    { en: 'Too many texts wait to be examined.', zh: '等待检查的文本过多。' },
    { headers: { 'retry-after': '5' } },
  );
}
