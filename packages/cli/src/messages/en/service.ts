import type { ServiceMessages } from '../service.ts';

const closed = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The service in English. */
export const service: ServiceMessages = {
  open: (address) => `Open ${address}`,
  data: (folder) => `Saved decisions are kept in ${folder}`,
  database: (database, folder) => `Saved decisions are kept in ${database}, screenings in ${folder}`,
  unseen: (folder) => `Decisions that were saved before are in ${folder}; this service does not see them.`,
  rulebooks: (ids) => `Rulebooks: ${ids.join(', ')}`,
  noWeb: 'The web app is not built: only the API answers.',
  howToStop: 'Ctrl-C stops it.',
  stopped: 'Stopped.',
  repaired: (file) =>
    `The last run ended in the middle of a record; that end is kept in ${file}. Nothing acknowledged was lost.`,
  wrongPort: (given) => ({ what: `\`${given}\` is no port.`, next: 'A port is a number from 0 to 65535.' }),
  wrongHours: (given) => ({ what: `\`${given}\` is no number of hours.`, next: 'Give a whole number from 1 to 8760.' }),
  noRecords: { what: 'there is no record to replay.', next: 'Give the files: proviso replay decision.json' },
  notJson: (file) => ({
    what: `\`${file}\` is not JSON.`,
    next: 'Give a record as GET /v1/decisions/{id} returns it.',
  }),
  same: (file, verdict) => `${file}: the same answer, byte for byte (${verdict}).`,
  different: (file) => `${file}: not the same.`,
  recorded: 'recorded',
  now: 'now',
  trouble: ({ message, hint }) => ({ what: closed(message), next: closed(capital(hint)) }),
};
