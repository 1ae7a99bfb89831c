import type { Dialect } from '../dialect.ts';
import { ClickHousePrinter } from './printer.ts';

/** ClickHouse. */
export const clickhouse: Dialect = {
  // A query may have 256 KiB unless a setting allows more.
  mostEntries: 4_000,
  cannot: [
    'columns of clock times without a zone: every time in ClickHouse is an instant',
    'empty cells in columns of lists: an array in ClickHouse is never NULL, so it always says that there are no more elements',
    'queries over 256 KiB, which large rulebooks need, without a higher max_query_size',
  ],
  printer: () => new ClickHousePrinter(),
};
