// The list of September 2020 by hand, as somebody who knows it well would write it for this book: nested tests, the most selective
// ones first, nothing about cells that are empty. Where two readings of the list part, it says `undetermined`.
import { readMap } from './book.mjs';
import { name, textLiteral } from './database.mjs';

export const VERDICTS = ['not_restricted', 'exempt', 'prohibited', 'undetermined'];

const map = readMap();
const of = (fact) => name(map.get(fact).column);
/** The book's own word for a value of a fact. */
const word = (fact, value) =>
  Object.entries(map.get(fact).values ?? {}).find(([, meant]) => meant === value)?.[0] ?? value;
const is = (fact, value) => `${of(fact)} = ${textLiteral(word(fact, value))}`;

const TENCENT = `(${is('counterparty', 'named_parent')} OR ${is('counterparty', 'affiliate')}
  AND (${of('parent_ownership_percent')} > 50 OR ${of('parent_controls')}))`;
const ENABLES = of('enables_functioning_or_optimization');
const TERRITORIES = ['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM'].map(textLiteral).join(', ');

/** 0: no paragraph reaches the dealing; 1: on some reading; 2: on every reading. */
function reach() {
  const activity = of('activity');
  const acts = [
    ['app_distribution_or_maintenance', `${is('distribution_channel', 'online_store_or_marketplace')} AND ${TENCENT}`],
    ['internet_hosting', `${ENABLES} AND ${TENCENT}`],
    ['content_delivery', `${of('for_a_fee')} AND ${ENABLES} AND ${TENCENT}`],
    ['funds_transfer_or_payment_service', `${of('service_through_app')} AND ${TENCENT}`],
  ].map(([act, test]) => `WHEN ${textLiteral(word('activity', act))} THEN CASE WHEN ${test} THEN 2 ELSE 0 END`);
  // The strict reading reaches whoever carries the traffic; on the other reading of paragraph 6 use is enough.
  const transit = `CASE WHEN NOT ${ENABLES} THEN 0
    WHEN ${is('transit_arrangement', 'directly_contracted_or_arranged')} AND ${TENCENT} THEN 2 ELSE 1 END`;
  return `CASE ${activity} ${acts.join('\n')}
    WHEN ${textLiteral(word('activity', 'internet_transit_or_peering'))} THEN ${transit}
    WHEN ${textLiteral(word('activity', 'code_or_function_utilization'))} THEN CASE WHEN ${TENCENT} THEN 2 ELSE 1 END
    ELSE 0 END`;
}

const CERTAINLY_EXEMPT = `${of('is_compensation')} OR ${of('is_outside_us_app_activity')}
  OR ${of('is_user_data_storage_in_us')} AND NOT ${of('data_sent_to_china')}
  OR ${of('is_user_exchange')} AND NOT ${is('activity', 'funds_transfer_or_payment_service')}`;
const PERHAPS_EXEMPT = `${of('is_user_data_storage_in_us')} OR ${of('is_user_exchange')}`;

/** The verdict of a row as a number, the place in {@link VERDICTS}. */
export const HAND = `CASE WHEN NOT (${is('application', 'wechat')}) THEN 0::UTINYINT
  WHEN NOT (${of('us_jurisdiction')} AND ${is('business_to_business', 'true')}) THEN 0::UTINYINT
  WHEN NOT (${of('territory')} IN (${TERRITORIES})) THEN 0::UTINYINT
  ELSE CASE ${reach()}
    WHEN 0 THEN 0::UTINYINT
    WHEN 2 THEN CASE WHEN ${CERTAINLY_EXEMPT} THEN 1::UTINYINT WHEN ${PERHAPS_EXEMPT} THEN 3::UTINYINT
      WHEN ${is('territory', 'US')} THEN 2::UTINYINT ELSE 3::UTINYINT END
    ELSE CASE WHEN ${CERTAINLY_EXEMPT} THEN 1::UTINYINT ELSE 3::UTINYINT END END END`;

/** Touches every column of a fact once and does next to nothing with it. */
export function scan(facts) {
  const touched = facts.map(({ fact, column, stored }) => {
    if (stored === 'boolean') return `count_if(${name(column)})`;
    return stored === 'text'
      ? `count_if(${name(column)} = ${textLiteral(word(fact, 'other'))})`
      : `max(${name(column)})`;
  });
  return `SELECT ${touched.join(', ')}`;
}
