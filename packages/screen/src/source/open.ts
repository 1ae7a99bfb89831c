import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ScreenError } from '../errors.ts';
import type { FileSpec, OpenedSource, OpenOptions, OpenSource, SourceFormat } from './contract.ts';
import { openCsv } from './csv/open.ts';
import { openDuckDb } from './database/duckdb.ts';
import { openPostgres } from './database/postgres.ts';
import { formatOf } from './files.ts';
import { openJsonLines } from './jsonl/open.ts';
import { openParquet } from './parquet.ts';
import { openPlain } from './unpacked.ts';
import { openXlsx } from './xlsx/open.ts';

/** Opens an input. @throws ScreenError saying what is wrong, where, and what to do. */
export const openSource: OpenSource = async (connection, spec, temporaryFolder, options = {}) => {
  const folder = resolve(temporaryFolder);
  switch (spec.kind) {
    case 'file':
      return openPlain(spec, folder, (plain) => openFiles(connection, plain, folder, options));
    case 'duckdb':
      return openDuckDb(connection, spec, folder);
    case 'postgresql':
      return openPostgres(connection, spec, folder);
  }
};

async function openFiles(
  connection: DuckDBConnection,
  spec: FileSpec,
  folder: string,
  options: OpenOptions,
): Promise<OpenedSource> {
  const [first, ...others] = spec.paths;
  if (first === undefined) throw new ScreenError('file_not_found', 'No file was named.');
  const format: SourceFormat = spec.format ?? formatOf(first);
  const odd = spec.format === undefined ? others.find((path) => formatOf(path) !== format) : undefined;
  if (odd !== undefined) {
    throw new ScreenError('different_columns', `${odd} is not of the format of ${first} (${format}).`, {
      where: odd,
      hint: 'Screen files of different formats one by one, or state the format.',
      values: { file: odd, first, missing: '', added: '' },
    });
  }
  switch (format) {
    case 'csv':
      return openCsv(connection, spec, folder, options);
    case 'jsonl':
      return openJsonLines(connection, spec, folder);
    case 'parquet':
      return openParquet(connection, spec);
    case 'xlsx':
      return openXlsx(connection, spec, folder);
  }
}
