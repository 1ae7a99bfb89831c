import type { MayProceed, Verdict } from '@proviso/model';
import type { Words } from '../i18n/words.tsx';

const VERDICTS: ReadonlySet<string> = new Set<Verdict>([
  'prohibited',
  'restricted',
  'licensed',
  'exempt',
  'not_restricted',
  'undetermined',
]);
const MAY_PROCEED: ReadonlySet<string> = new Set<MayProceed>(['yes', 'no', 'only_if', 'unknown']);

/** A cell in words, by the name of its column, without prefix where the screening adds it: verdicts in the language of the page, lists with commas, everything else as it is. */
export function cellText(column: string, cell: unknown, { say }: Words): string {
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return cell.map(String).join(say('common.comma'));
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  if ((column === 'verdict' || column === 'verdict_before') && isVerdict(text)) return say(`verdict.${text}`);
  if ((column === 'may_proceed' || column === 'may_proceed_before') && isMayProceed(text))
    return say(`mayProceed.${text}`);
  return text;
}

function isVerdict(text: string): text is Verdict {
  return VERDICTS.has(text);
}

function isMayProceed(text: string): text is MayProceed {
  return MAY_PROCEED.has(text);
}
