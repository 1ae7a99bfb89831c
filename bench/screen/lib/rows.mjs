import { readMap } from './book.mjs';
import { name } from './database.mjs';

const map = [...readMap()];

/** The first rows of a book as objects of facts, with the words of the rulebook; an empty cell is no fact. */
export async function firstRows(database, source, count) {
  const columns = map.map(([fact, { column }]) => `${name(column)}::VARCHAR AS ${name(fact)}`);
  const cells = await database.rows(`SELECT "Record ID" AS id, ${columns.join(', ')} FROM ${source} LIMIT ${count}`);
  return cells.map((row) => {
    const facts = {};
    for (const [fact, { values = {} }] of map) {
      const cell = row[fact];
      if (cell === null || cell === '') continue;
      const word = values[cell] ?? cell;
      facts[fact] = word === 'true' ? true : word === 'false' ? false : word;
    }
    return { id: row.id, facts };
  });
}
