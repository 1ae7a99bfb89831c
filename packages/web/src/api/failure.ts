import type { Language } from '@proviso/model';

/** What went wrong at the service, in words for a person. */
export class ServiceFailure extends Error {
  /** The HTTP status; 0 when nothing was answered. */
  readonly status: number;
  readonly hint: string;
  /** The fact or member at fault, when the service names one. */
  readonly field: string;
  /** The stable name of what went wrong; empty when the service gives none. */
  readonly code: string;
  /** What stops a screening, and what a sentence about it needs; empty for anything else. */
  readonly reason: string;
  readonly values: Readonly<Record<string, string>>;
  /** In which language the service put it; undefined where the words are not the service's. */
  readonly language: Language | undefined;

  constructor(status: number, message: string, told: Partial<Told> = {}) {
    super(message);
    this.name = 'ServiceFailure';
    this.status = status;
    this.hint = told.hint ?? '';
    this.field = told.field ?? '';
    this.code = told.code ?? '';
    this.reason = told.reason ?? '';
    this.values = told.values ?? {};
    this.language = told.language;
  }
}

type Told = Pick<ServiceFailure, 'hint' | 'field' | 'code' | 'reason' | 'values' | 'language'>;

/** Problem details (RFC 9457) as a failure. @param language in which they were asked for */
export function failureFrom(status: number, body: unknown, language?: Language): ServiceFailure {
  if (typeof body !== 'object' || body === null) return new ServiceFailure(status, `HTTP ${status}`);
  const text = (name: string): string => {
    const value: unknown = Reflect.get(body, name);
    return typeof value === 'string' ? value : '';
  };
  return new ServiceFailure(status, text('detail') || text('title') || `HTTP ${status}`, {
    hint: text('hint'),
    field: text('field'),
    code: text('code'),
    reason: text('reason'),
    values: textsIn(Reflect.get(body, 'values')),
    language,
  });
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

/** Whether the words of a failure are the service's, in another language than that of the page by now. */
export function isInAnotherLanguage({ language: told }: ServiceFailure, language: Language): boolean {
  return told !== undefined && told !== language;
}

/** What was thrown, as a failure. */
export function asFailure(error: unknown): ServiceFailure {
  return error instanceof ServiceFailure ? error : new ServiceFailure(0, String(error));
}
