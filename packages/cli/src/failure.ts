import type { Messages, Trouble } from './messages/contract.ts';

/** Exit codes: an answer was given; the input or the rulebook has errors; wrong use. */
export const EXIT = { answered: 0, bad: 1, misuse: 2 } as const;
/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that stops a command, in words for the person who gave it: where, what, and what to do next. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** Stable word for machines. */
  readonly code: string;
  /** `facts.json:3:14`, an option, or nothing. */
  readonly where: string | undefined;
  readonly next: string | undefined;
  readonly exit: ExitCode;
  /** Lines to show below, such as a frame of the file. */
  readonly detail: readonly string[];

  constructor(
    code: string,
    trouble: Trouble,
    options: { where?: string | undefined; exit?: ExitCode; detail?: readonly string[] } = {},
  ) {
    super(trouble.what);
    this.code = code;
    this.next = trouble.next;
    this.where = options.where;
    this.exit = options.exit ?? EXIT.bad;
    this.detail = options.detail ?? [];
  }
}

/** The failure as text for a person, or as one JSON object for a machine. */
export function describeFailure(failure: Failure, messages: Messages, json: boolean): string {
  if (json) {
    const { code, where = null, message, next = null } = failure;
    return `${JSON.stringify({ error: { code, where, message, hint: next } })}\n`;
  }
  const place = failure.where === undefined ? '' : `${failure.where}: `;
  const lines = [`${place}${messages.errors.error}: ${failure.message}`, ...failure.detail];
  if (failure.next !== undefined) lines.push(`  ${failure.next}`);
  return lines.map((line) => `${line}\n`).join('');
}
