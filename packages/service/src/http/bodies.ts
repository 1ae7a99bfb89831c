import { Recent } from '../answers/recent.ts';
import { readJsonBody } from './json-text.ts';

/** Bodies up to so many bytes are kept, at most so many. */
const LARGEST_KEPT = 8192;
const MOST_KEPT = 2000;

/**
 * Reads bodies. The same bytes give the same object, which nobody changes: whoever has worked something out from a body
 * finds it again by the object.
 */
export class Bodies {
  readonly #kept = new Recent<unknown>(MOST_KEPT);

  /** @throws Problem when it is not acceptable JSON. */
  read(bytes: Buffer): unknown {
    if (bytes.length > LARGEST_KEPT) return readJsonBody(bytes);
    // What is not UTF-8 is refused, so it is never kept.
    return this.#kept.get(bytes.toString('latin1'), () => readJsonBody(bytes));
  }
}
