import { InputError } from '@proviso/logic';
import type { Language } from '@proviso/model';
import { RecordError } from '@proviso/record';
import { type ProblemCode, TITLES } from './problem-titles.ts';

/** What an error says in each language. */
export type Said = Readonly<Record<Language, string>>;

/** Beyond the code and the words of a problem. */
export interface ProblemExtras {
  /** The member, parameter, fact or reading concerned. */
  readonly field?: string;
  /** What would be right. */
  readonly hint?: Said;
  readonly headers?: Readonly<Record<string, string>>;
  /** Members of its own. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** An error that is told to whoever sent the request: problem details after RFC 9457. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: Said;
  readonly extras: ProblemExtras;

  constructor(status: number, code: ProblemCode, detail: Said, extras: ProblemExtras = {}) {
    super(detail.en);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.extras = extras;
  }
}

/** Problem details as they are sent. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly field?: string;
  readonly hint?: string;
  readonly requestId: string;
}

/** The media type of problem details. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Puts a problem into words. */
export function problemDetails(
  problem: Problem,
  language: Language,
  { path, requestId }: { readonly path: string; readonly requestId: string },
): ProblemDetails {
  const { status, code, detail, extras } = problem;
  return {
    type: `urn:proviso:problem:${code}`,
    title: TITLES[code][language],
    status,
    detail: detail[language],
    instance: path,
    code,
    ...(extras.field === undefined ? {} : { field: extras.field }),
    ...(extras.hint === undefined ? {} : { hint: extras.hint[language] }),
    ...extras.members,
    requestId,
  };
}

/** The problem that an error stands for; undefined for a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof InputError) return inputProblem(error);
  if (error instanceof RecordError) return recordProblem(error);
  return isNoRoom(error) ? noRoom() : undefined;
}

function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function noRoom(): Problem {
  return new Problem(507, 'no_room', { en: 'There is no room left on the disk.', zh: '磁盘空间不足。' });
}

function inputProblem({ code, field, message, hint, zh }: InputError): Problem {
  return new Problem(
    422,
    code,
    { en: closed(message), zh: closedChinese(zh.message) },
    {
      field,
      hint: {
        en: closed(capital(hint)),
        zh: closedChinese(NAMES_WHAT_IS_RIGHT.has(code) ? `应为：${zh.hint}` : zh.hint),
      },
    },
  );
}

/** Errors whose hint is what would be right, not what to do. */
const NAMES_WHAT_IS_RIGHT: ReadonlySet<InputError['code']> = new Set([
  'wrong_value',
  'wrong_date',
  'unknown_alternative',
]);

function recordProblem({ code, message, hint }: RecordError): Problem | undefined {
  const en = closed(capital(hint));
  switch (code) {
    case 'not_well_formed':
      return new Problem(
        422,
        'wrong_value',
        { en: closed(capital(message)), zh: '文本不是合法的 Unicode。' },
        { hint: { en, zh: '请使用普通的 JSON 值。' } },
      );
    case 'rulebook_not_found':
      return new Problem(
        409,
        'rulebook_gone',
        { en: closed(capital(message)), zh: '找不到该版本的规则书。' },
        { hint: { en, zh: '请给出附带规则书的记录，或含有该版本的文件夹。' } },
      );
    case 'log_failed':
      return new Problem(
        503,
        'cannot_save',
        { en: 'The decision could not be saved.', zh: '无法保存该判断。' },
        {
          hint: {
            en: 'Send it again later, with the same Idempotency-Key if there was one: a decision that was kept after all is then not kept twice.',
            zh: '请稍后重发；如有 Idempotency-Key，请使用同一个，以免已保存的判断重复保存。',
          },
          headers: RETRY,
        },
      );
    case 'log_damaged':
    case 'database_unreachable':
      return new Problem(
        503,
        'cannot_read',
        { en: 'Saved decisions cannot be read at the moment.', zh: '暂时无法读取已保存的判断。' },
        { headers: RETRY },
      );
    default:
      return undefined;
  }
}

const RETRY = { 'retry-after': '5' };

function closedChinese(text: string): string {
  return /[。？！]$/.test(text) ? text : `${text}。`;
}

function closed(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
