import { ANSWERS, reference } from '../lib/decision.mjs';
import { FLAGS, SERVICES } from '../lib/transactions.mjs';
import { collapse, VERDICTS } from '../lib/unknowns.mjs';

const { S0, S1, S2, N0, E1, E2, E3, E4, P1, P2, P3, P4, P5, P6, P7 } = ANSWERS;

/** What a good programmer would write for speed: the measure of all ratios. */
export function hand(t) {
  if (t.date < '2020-09-20') return S0;
  if (t.regime === 'actual') return t.date <= '2021-06-09' ? S1 : S2;
  if (!t.us_jurisdiction || !t.counterparty_is_tencent_or_subsidiary) return N0;
  const service = t.service;
  if (service === 'payroll') return E1;
  if (service === 'messaging') return E2;
  if (!t.in_us) return t.enables_wechat_in_us ? N0 : E3;
  if (service === 'storage' && !t.exports_data_to_china) return E4;
  if (!t.business_to_business || !t.enables_wechat_in_us) return N0;
  switch (service) {
    case 'app_store':
      return P1;
    case 'hosting':
    case 'storage':
      return P2;
    case 'content_delivery':
      return P3;
    case 'transit_peering':
      return t.directly_contracted ? P4 : N0;
    case 'payment':
      return P5;
    case 'code_reuse':
      return P6;
    default:
      return P7;
  }
}

// Results for every set of possible verdicts, by bits: 1 prohibited, 2 exempt, 4 not restricted.
const OUTCOMES = Array.from({ length: 8 }, (_, set) => {
  const possible = VERDICTS.filter((_, bit) => set & (1 << bit));
  return set === 0 ? null : Object.freeze({ verdict: collapse(possible), possible: Object.freeze(possible) });
});
const BIT = { prohibited: 1, exempt: 2, not_restricted: 4 };
const bit = (t) => BIT[hand(t).verdict];

/** Exact with facts absent: complete transactions go the short way, others are completed in every way. */
export function handWithUnknowns(t) {
  if (t.service !== undefined) {
    let open = 0;
    if (t.us_jurisdiction === undefined) open++;
    if (t.counterparty_is_tencent_or_subsidiary === undefined) open++;
    if (t.business_to_business === undefined) open++;
    if (t.in_us === undefined) open++;
    if (t.enables_wechat_in_us === undefined) open++;
    if (t.directly_contracted === undefined) open++;
    if (t.exports_data_to_china === undefined) open++;
    if (open === 0) return OUTCOMES[bit(t)];
  }
  return OUTCOMES[completions({ ...t })];
}

function completions(t) {
  if (t.service === undefined) {
    let set = 0;
    for (const service of SERVICES) set |= completions({ ...t, service });
    return set;
  }
  for (const flag of FLAGS) {
    if (t[flag] !== undefined) continue;
    t[flag] = true;
    const yes = completions(t);
    t[flag] = false;
    const no = completions(t);
    t[flag] = undefined;
    return yes | no;
  }
  return bit(t);
}

// All rules in three-valued logic: 0 no, 1 unknown, 2 yes; and is the least, or the greatest, not is 2 - x.
const ORDER = ['S0', 'S1', 'S2', 'E1', 'E2', 'E3', 'E4', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'N0'];
const truth = new Uint8Array(ORDER.length);
const known = (value) => (value === true ? 2 : value === false ? 0 : 1);
const same = (value, other) => (value === undefined ? 1 : value === other ? 2 : 0);

function evaluate(t) {
  const us = known(t.us_jurisdiction);
  const counterparty = known(t.counterparty_is_tencent_or_subsidiary);
  const inside = known(t.in_us);
  const enables = known(t.enables_wechat_in_us);
  const link = Math.min(us, counterparty);
  const reached = Math.min(link, known(t.business_to_business), inside, enables);
  const service = t.service;
  const payroll = same(service, 'payroll');
  const messaging = same(service, 'messaging');
  const storage = same(service, 'storage');
  const actual = same(t.regime, 'actual');
  truth[0] = t.date < '2020-09-20' ? 2 : 0;
  truth[1] = Math.min(actual, t.date <= '2021-06-09' ? 2 : 0);
  truth[2] = actual;
  truth[3] = Math.min(link, payroll);
  truth[4] = Math.min(link, messaging);
  truth[5] = Math.min(link, 2 - inside, 2 - enables);
  truth[6] = Math.min(link, storage, inside, 2 - known(t.exports_data_to_china));
  truth[7] = Math.min(reached, same(service, 'app_store'));
  truth[8] = Math.min(reached, Math.max(same(service, 'hosting'), storage));
  truth[9] = Math.min(reached, same(service, 'content_delivery'));
  truth[10] = Math.min(reached, same(service, 'transit_peering'), known(t.directly_contracted));
  truth[11] = Math.min(reached, Math.max(same(service, 'payment'), payroll));
  truth[12] = Math.min(reached, same(service, 'code_reuse'));
  truth[13] = Math.min(reached, Math.max(same(service, 'other'), messaging));
  truth[14] = 2;
}

/** Every rule looked at, with the rules that fire and those that lose against the one that decides. */
export function handExplained(t) {
  evaluate(t);
  let decides = '';
  const fired = [];
  const defeated = [];
  for (let i = 0; i < ORDER.length; i++) {
    if (truth[i] !== 2) continue;
    if (decides === '') {
      decides = ORDER[i];
      fired.push(decides);
    } else defeated.push(ORDER[i]);
  }
  return { verdict: ANSWERS[decides].verdict, paragraph: decides, fired, defeated, facts: t };
}

export const contenders = {
  hand: { title: 'hand', load: async () => ({ decide: hand }) },
  reference: { title: 'reference', load: async () => ({ decide: reference }) },
  'hand-unknowns': {
    title: 'hand, fact missing: verdict and possible',
    holes: true,
    load: async () => ({ decide: handWithUnknowns }),
  },
  'hand-explained': {
    title: 'hand, three-valued, all rules reported',
    load: async () => ({ decide: handExplained }),
  },
};
