import type { Words } from '../contract.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function joined(items: readonly string[], last: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** Words in English. */
export const words: Words = {
  verdicts: {
    prohibited: 'prohibited',
    restricted: 'restricted',
    licensed: 'licensed',
    exempt: 'exempt',
    not_restricted: 'not restricted',
    undetermined: 'undetermined',
  },
  mayProceed: {
    yes: 'may go ahead',
    no: 'may not go ahead',
    only_if: 'may go ahead only if the conditions hold',
    unknown: 'whether it may go ahead is open',
  },
  statuses: {
    in_force: 'in force',
    not_yet_issued: 'not yet issued',
    not_yet_effective: 'not yet effective',
    not_identified: 'without content until identified',
    suspended: 'suspended',
    enjoined: 'enjoined',
    expired: 'expired',
    revoked: 'revoked',
    rescinded: 'rescinded',
    void: 'void',
    unknown: 'of unknown status',
  },
  ruleKinds: {
    prohibition: 'prohibition',
    restriction: 'restriction',
    exemption: 'exemption',
    licence: 'licence',
    duty: 'duty',
  },
  eventKinds: {
    issued: 'issued',
    effective: 'effective',
    identified: 'identified',
    enjoined: 'enjoined',
    suspended: 'suspended',
    revived: 'revived',
    revoked: 'revoked',
    rescinded: 'rescinded',
    expired: 'expired',
    voided: 'voided',
    not_enforced: 'not enforced',
    unsettled: 'unsettled',
    noted: 'noted',
  },
  yes: 'yes',
  no: 'no',
  unknown: "don't know",
  list: (items) => joined(items, 'and'),
  alternatives: (items) => joined(items, 'or'),
  date: (year, month, day) => `${day} ${MONTHS[month - 1]} ${year}`,
  clock: (date, time, offset) => `${time} on ${date} (UTC${offset === 'Z' ? '' : offset})`,
  quoted: (text) => `"${text}"`,
  named: (label, name) => `${label} [${name}]`,
  pair: (left, right) => `${left}: ${right}`,
  aside: (text, aside) => `${text} (${aside})`,
  cited: (document, place) => `${document}, ${place}`,
  sentences: (parts) => parts.filter((part) => part !== '').join(' '),
  sentence: (text) => (/[.!?]["”)]?$/.test(text) ? text : `${text}.`),
};
