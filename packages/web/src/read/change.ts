import { type Language, textIn } from '@proviso/model';
import type { RulebookEntry, VersionEntry } from '../api/contract.ts';
import type { Words } from '../i18n/words.tsx';
import type { ConfirmWords } from './confirm-dialog.tsx';
import { putBack, standsBefore, withdraw } from './publish-requests.ts';

/** What an author changes on the shelf: takes back what is published, or puts an earlier version back. */
export type Change =
  | { readonly kind: 'withdraw'; readonly rulebook: RulebookEntry }
  | {
      readonly kind: 'putBack';
      readonly id: string;
      readonly version: VersionEntry;
      /** What the service has under this id. */
      readonly listed: RulebookEntry | undefined;
    };

/** Makes a change. @throws ServiceFailure, also when another version is served by now */
export function make(change: Change, language: Language): Promise<void> {
  if (change.kind === 'withdraw') return withdraw(change.rulebook, language);
  return putBack(change.id, change.version, change.listed, language);
}

/** What is asked before a change. */
export function questionOn(change: Change, words: Words): ConfirmWords {
  const { say } = words;
  const named = namesIn(change, words);
  if (change.kind === 'withdraw') {
    return {
      title: say('withdraw.title', named),
      consequences: [say(change.rulebook.shadows ? 'withdraw.shipped' : 'withdraw.none'), say('withdraw.kept')],
      confirm: say('withdraw.do'),
      cancel: say('withdraw.leave'),
    };
  }
  const { listed } = change;
  return {
    title: say('putBack.title', named),
    consequences: [
      say('putBack.checked'),
      ...(listed !== undefined && standsBefore(listed) ? [say('publish.shadows')] : []),
      ...(listed?.origin === 'published' ? [say('publish.replaces')] : []),
    ],
    confirm: say('putBack.do'),
    cancel: say('putBack.leave'),
  };
}

/** That a change is being made. */
export function sendingText(change: Change, words: Words): string {
  return words.say(change.kind === 'withdraw' ? 'withdraw.sending' : 'putBack.sending', namesIn(change, words));
}

/** That a change was made. */
export function doneText(change: Change, words: Words): string {
  const named = namesIn(change, words);
  if (change.kind === 'putBack') return words.say('putBack.done', named);
  return words.say(change.rulebook.shadows ? 'withdraw.doneShadow' : 'withdraw.done', named);
}

function namesIn(change: Change, { language }: Words) {
  if (change.kind === 'withdraw') return { title: textIn(change.rulebook.title, language) };
  const { title, version } = change.version;
  return { title: textIn(title, language), number: version };
}
