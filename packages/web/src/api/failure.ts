/** What went wrong at the service, in words for a person. */
export class ServiceFailure extends Error {
  /** The HTTP status; 0 when nothing was answered. */
  readonly status: number;
  readonly hint: string;
  /** The fact or member at fault, when the service names one. */
  readonly field: string;

  constructor(status: number, message: string, hint = '', field = '') {
    super(message);
    this.name = 'ServiceFailure';
    this.status = status;
    this.hint = hint;
    this.field = field;
  }
}

/** Problem details (RFC 9457) as a failure. */
export function failureFrom(status: number, body: unknown): ServiceFailure {
  if (typeof body !== 'object' || body === null) return new ServiceFailure(status, `HTTP ${status}`);
  const text = (name: string): string => {
    const value: unknown = Reflect.get(body, name);
    return typeof value === 'string' ? value : '';
  };
  return new ServiceFailure(status, text('detail') || text('title') || `HTTP ${status}`, text('hint'), text('field'));
}
