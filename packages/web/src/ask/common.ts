import type { LocalizedText } from '@proviso/model';
import type { Case } from '../case/case.ts';
import type { Fragment } from '../case/fragment.ts';

/** What every page of the interview is given. */
export interface PageProps {
  readonly rulebook: string;
  readonly title: LocalizedText;
  readonly asked: Case;
  /** Goes to another page of the interview. */
  go(to: Fragment): void;
}
