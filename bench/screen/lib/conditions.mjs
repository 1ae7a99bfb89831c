// The list of September 2020 once more, as nested conditions that can be written down for any engine of rules. For complete rows.

const yes = (fact) => ({ fact, is: true });
const is = (fact, value) => ({ fact, is: value });
const within = (fact, values) => ({ fact, within: values });
const all = (...conditions) => ({ all: conditions });
const any = (...conditions) => ({ any: conditions });

const tencent = any(
  is('counterparty', 'named_parent'),
  all(is('counterparty', 'affiliate'), any({ fact: 'parent_ownership_percent', above: 50 }, yes('parent_controls'))),
);
const enables = yes('enables_functioning_or_optimization');
const plainActs = [
  all(is('activity', 'app_distribution_or_maintenance'), is('distribution_channel', 'online_store_or_marketplace')),
  all(is('activity', 'internet_hosting'), enables),
  all(is('activity', 'content_delivery'), yes('for_a_fee'), enables),
  all(is('activity', 'funds_transfer_or_payment_service'), yes('service_through_app')),
];
const transit = all(is('activity', 'internet_transit_or_peering'), enables);
const use = is('activity', 'code_or_function_utilization');
const arranged = is('transit_arrangement', 'directly_contracted_or_arranged');

/** Without these nothing reaches the dealing. */
export const ALWAYS = all(
  is('application', 'wechat'),
  yes('us_jurisdiction'),
  yes('business_to_business'),
  within('territory', ['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM']),
);
/** A paragraph reaches it on some reading. */
const reached = any(all(any(...plainActs), tencent), transit, use);
/** On every reading, but for that of the place. */
const surelyReached = all(any(...plainActs, all(transit, arranged), use), tencent);
const surelyExempt = any(
  yes('is_compensation'),
  yes('is_outside_us_app_activity'),
  all(yes('is_user_data_storage_in_us'), is('data_sent_to_china', false)),
  all(
    yes('is_user_exchange'),
    within('activity', [
      'app_distribution_or_maintenance',
      'internet_hosting',
      'content_delivery',
      'internet_transit_or_peering',
      'code_or_function_utilization',
      'other',
    ]),
  ),
);
const surelyNotExempt = all(
  is('is_compensation', false),
  is('is_outside_us_app_activity', false),
  is('is_user_data_storage_in_us', false),
  is('is_user_exchange', false),
);

/** The verdicts in the order in which they are tried, where {@link ALWAYS} holds; else and last `not_restricted`. */
export const TRIED = [
  ['exempt', all(reached, surelyExempt)],
  ['prohibited', all(surelyReached, surelyNotExempt, is('territory', 'US'))],
  ['undetermined', reached],
];
