import { FACT_COLUMNS } from './columns.mjs';

/**
 * Closes what is left empty because it makes no sense for a row, with the answer that changes nothing: a company without a tie has no
 * share and no control, what is no store is no store, what is no transit arranges none.
 */
function withEveryCell(facts) {
  const tie = facts.counterparty;
  const share = facts.parent_ownership_percent ?? (tie === 'named_parent' ? 100 : 0);
  return {
    enables_functioning_or_optimization: false,
    distribution_channel: 'direct_from_developer',
    for_a_fee: false,
    transit_arrangement: 'incidental_carriage',
    service_through_app: false,
    is_compensation: false,
    is_user_exchange: false,
    is_outside_us_app_activity: false,
    is_user_data_storage_in_us: false,
    data_sent_to_china: false,
    parent_ownership_percent: share,
    parent_controls: tie !== 'unrelated' && share > 50,
    ...facts,
  };
}

/**
 * The cells of the fact columns, in order; null is an empty one.
 * @param facts what holds of the row
 * @param {readonly string[]} blank facts that nobody has written down
 * @param {'book' | 'no-gaps' | 'complete'} filling what is left empty: as the book has it, only what makes no sense, nothing
 * @param {(column: object, value: unknown) => string | null} word how a value is written
 */
export function factCells(facts, blank, filling, word) {
  const told = filling === 'complete' ? withEveryCell(facts) : facts;
  return FACT_COLUMNS.map((column) => {
    const value = told[column.fact];
    if (value === undefined || (filling === 'book' && blank.includes(column.fact))) return null;
    return word(column, value);
  });
}

/** The words of the English book. */
export const inEnglish = (column, value) => column.words?.[value] ?? String(value);
