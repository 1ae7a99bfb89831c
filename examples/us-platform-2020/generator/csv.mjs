import { DATES, identifierOf, makeBook } from './book.mjs';
import { factCells, inEnglish } from './cells.mjs';
import { inChinese, KINDS } from './chinese.mjs';
import { COLUMNS } from './columns.mjs';

/** A cell in quotes when it must be. */
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const line = (cells) => cells.map((cell) => (cell === null ? '' : quoted(cell))).join(',');

/** Texts with a number in them, split there; the quotes are already set. */
function splitText(text) {
  const [before, after] = quoted(text).split('#');
  return { before, after };
}

/** @param {number} cents whole */
function dollars(cents) {
  const rest = cents % 100;
  return `${(cents - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

/** The first line, without its end. */
export const csvHeader = (chinese) => line(COLUMNS.map((column) => (chinese ? column.chinese : column.header)));

/**
 * Makes lines of the book, without their ends.
 * @param {{ seed: number, filling: 'book' | 'no-gaps' | 'complete', chinese: boolean }} options
 * @returns {(i: number) => string} the line of row i, from 0
 */
export function csvLines({ seed, filling, chinese }) {
  const book = makeBook(seed);
  const word = chinese ? inChinese : inEnglish;
  const drawn = {};
  const combinations = [...book.eachCombination()];
  const written = new Array(combinations.length);
  const factsOf = (combination) => {
    const { facts, blank } = combinations[combination];
    written[combination] ??= line(factCells(facts, blank, filling, word));
    return written[combination];
  };
  const archetypes = book.archetypes.map(({ kind, team, places, parties, text }) => ({
    heads: places.map(({ bookedBy }) => line([chinese ? KINDS[kind] : kind, team, bookedBy])),
    parties: parties.map(({ name, country }) => line([name, country])),
    texts: text.map(splitText),
  }));
  return (i) => {
    const { archetype, day, place, party, text, number, cents, combination } = book.draw(i, drawn);
    const { heads, parties, texts } = archetypes[archetype];
    const description = `${texts[text].before}${number}${texts[text].after}`;
    const record = `${identifierOf(i)},${DATES[day]},${heads[place]},${parties[party]},${dollars(cents)},${description}`;
    return `${record},${factsOf(combination)}`;
  };
}
