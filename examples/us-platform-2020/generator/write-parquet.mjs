import { DATES, makeBook } from './book.mjs';
import { factCells, inEnglish } from './cells.mjs';
import { FACT_COLUMNS, RECORD_COLUMNS } from './columns.mjs';
import { cannotWrite, Fault } from './fault.mjs';
import { outputFile, STOPPED } from './output-file.mjs';

const CHUNK = 2048;
/** What a draw is, column by column; the words stand in tables beside it. */
const DRAWN = ['row', 'day', 'archetype', 'place', 'party', 'text', 'number', 'combination'];

async function loadDuckdb() {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Fault('Parquet needs the package @duckdb/node-api: install it, or write CSV');
  }
}

/** A table function `drawn()` that draws the rows as they are asked for. */
function drawingFunction({ BIGINT, INTEGER, DuckDBTableFunction }, book, from, rows) {
  return DuckDBTableFunction.create({
    name: 'drawn',
    bindFunction: (info) => {
      for (const name of DRAWN) info.addResultColumn(name, INTEGER);
      info.addResultColumn('cents', BIGINT);
      info.setCardinality(rows, true);
    },
    initFunction: (info) => {
      info.setInitData({ next: 0, drawn: {} });
      info.setMaxThreads(1);
    },
    mainFunction: (info, chunk) => {
      const state = info.initData;
      const count = Math.min(CHUNK, rows - state.next);
      chunk.rowCount = count;
      if (count === 0) return;
      const vectors = DRAWN.map((_, column) => chunk.getColumnVector(column));
      const cents = chunk.getColumnVector(DRAWN.length);
      for (let k = 0; k < count; k++) {
        const drawn = book.draw(from + state.next + k, state.drawn);
        drawn.row = from + state.next + k;
        for (let column = 0; column < DRAWN.length; column++) vectors[column].setItem(k, drawn[DRAWN[column]]);
        cents.setItem(k, BigInt(drawn.cents));
      }
      for (const vector of vectors) vector.flush();
      cents.flush();
      state.next += count;
    },
  });
}

/** Fills a table that draws point into: whole numbers to find a line by, then texts; `null` is an empty cell. */
async function fillTable({ DuckDBDataChunk, INTEGER, VARCHAR }, connection, name, keys, texts, rows) {
  const declared = [...keys.map((key) => `${key} INTEGER`), ...texts.map((text) => `${text} VARCHAR`)];
  await connection.run(`CREATE TEMP TABLE ${name} (${declared.join(', ')})`);
  const appender = await connection.createAppender(name);
  const types = [...keys.map(() => INTEGER), ...texts.map(() => VARCHAR)];
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setRows(part);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const factNames = FACT_COLUMNS.map(({ fact }) => fact);

async function fillTables(duckdb, connection, book, filling) {
  const fill = (...table) => fillTable(duckdb, connection, ...table);
  const each = (list) => book.archetypes.flatMap((archetype, a) => list(archetype).map((cells, k) => [a, k, ...cells]));
  await fill(
    'days',
    ['day'],
    ['date'],
    DATES.map((date, day) => [day, date]),
  );
  await fill(
    'heads',
    ['archetype', 'place'],
    ['kind', 'team', 'booked_by'],
    each(({ kind, team, places }) => places.map(({ bookedBy }) => [kind, team, bookedBy])),
  );
  await fill(
    'parties',
    ['archetype', 'party'],
    ['name', 'country'],
    each(({ parties }) => parties.map(({ name, country }) => [name, country])),
  );
  await fill(
    'texts',
    ['archetype', 'text'],
    ['before', 'after'],
    each(({ text }) => text.map((template) => template.split('#'))),
  );
  const words = Array.from(book.eachCombination(), ({ facts, blank }, k) => [
    k,
    ...factCells(facts, blank, filling, inEnglish),
  ]);
  await fill('words', ['combination'], factNames, words);
  const typed = FACT_COLUMNS.map(({ fact, type }) => `CAST(${fact} AS ${type}) AS ${fact}`);
  await connection.run(`CREATE TEMP TABLE facts AS SELECT combination, ${typed.join(', ')} FROM words`);
}

const RECORD_CELLS = [
  `printf('R%09d', drawn.row + 1)`,
  'CAST(days.date AS DATE)',
  'heads.kind',
  'heads.team',
  'heads.booked_by',
  'parties.name',
  'parties.country',
  'CAST(CAST(drawn.cents AS DECIMAL(16,0)) * 0.01 AS DECIMAL(14,2))',
  'texts.before || drawn.number || texts.after',
];

/** The book as a query, column by column under the headers of the CSV. */
function bookQuery() {
  const cells = [...RECORD_CELLS, ...factNames.map((fact) => `facts.${fact}`)];
  const headers = [...RECORD_COLUMNS, ...FACT_COLUMNS].map(({ header }) => header);
  return `SELECT ${cells.map((cell, k) => `${cell} AS "${headers[k]}"`).join(', ')}
    FROM drawn() AS drawn
    JOIN days USING (day)
    JOIN heads USING (archetype, place)
    JOIN parties USING (archetype, party)
    JOIN texts USING (archetype, text)
    JOIN facts USING (combination)`;
}

/** Writes the book as Parquet: the rows of the CSV, with dates, decimals and booleans as such. */
export async function writeParquet({ rows, from, seed, filling, output }) {
  const duckdb = await loadDuckdb();
  let stopped = false;
  let connection;
  // DuckDB waits for draws, so that it has to be told before anything else can end.
  const file = outputFile(output, () => {
    stopped = true;
    connection?.interrupt();
  });
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  try {
    connection = await instance.connect();
    // As written, the joins look each row up in turn and keep the order; turned round, a small book would come out in disorder.
    await connection.run(`SET disabled_optimizers = 'join_order,build_side_probe_side'`);
    const book = makeBook(seed);
    connection.registerTableFunction(drawingFunction(duckdb, book, from, rows));
    await fillTables(duckdb, connection, book, filling);
    const target = file.path.replaceAll("'", "''");
    if (!stopped) await connection.run(`COPY (${bookQuery()}) TO '${target}' (FORMAT parquet, USE_TMP_FILE false)`);
    connection.closeSync();
    if (stopped) throw new Fault('stopped');
    file.keep();
  } catch (error) {
    file.drop();
    throw stopped ? new Fault('stopped', STOPPED) : cannotWrite(output, error);
  } finally {
    instance.closeSync();
  }
}
