import { ARCHETYPES } from './archetypes/index.mjs';
import { dealSlots } from './slots.mjs';

const FIRST_DAY = Date.UTC(2020, 8, 1);
const DAY = 86_400_000;
const DAYS = 61;
const WEEKS = Math.ceil(DAYS / 7);
/** Rows that a team has handed in together: they share a date, give or take two days. */
const BATCH = 64;

/** More rows than this would repeat the first ones. */
export const MOST_ROWS = 2 ** 29;
export const DEFAULT_SEED = 20200920;

const OPTIONS = 1024;
const SMALL = 64;

/** Mixes 32 bits so that neighbours have nothing to do with each other. */
function mix(x) {
  const once = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
  return (twice ^ (twice >>> 15)) >>> 0;
}

const weightsOf = (options) => options.map(([weight]) => weight);
const valuesOf = (options) => options.map(([, value]) => value);

/** Facts of a party, apart from its name: what distinguishes it for the rules. */
const partyFacts = ({ counterparty, parent_ownership_percent, parent_controls }) => ({
  counterparty,
  ...(parent_ownership_percent === undefined ? {} : { parent_ownership_percent }),
  ...(parent_controls === undefined ? {} : { parent_controls }),
});

/** What a draw needs of an archetype, and where its combinations of facts begin among all of them. */
function prepare(archetype, firstCombination) {
  const parties = valuesOf(archetype.parties);
  const ties = [];
  const tieOf = parties.map((party) => {
    const facts = partyFacts(party);
    const key = JSON.stringify(facts);
    let index = ties.findIndex((tie) => JSON.stringify(tie) === key);
    if (index < 0) index = ties.push(facts) - 1;
    return index;
  });
  const weeks = Array.from({ length: WEEKS }, (_, week) => {
    const rates = archetype.gaps.map(({ weeks: [from, to], rate }) => (week >= from && week <= to ? rate : 0));
    const none = 1 - rates.reduce((sum, rate) => sum + rate, 0);
    return dealSlots([none, ...rates], OPTIONS);
  });
  return {
    ...archetype,
    parties,
    ties,
    tieOf,
    variants: valuesOf(archetype.variants),
    places: valuesOf(archetype.places),
    blanks: [[], ...archetype.gaps.map(({ blank }) => blank)],
    partySlots: dealSlots(weightsOf(archetype.parties), OPTIONS),
    variantSlots: dealSlots(weightsOf(archetype.variants), OPTIONS),
    placeSlots: dealSlots(weightsOf(archetype.places), OPTIONS),
    gapSlots: weeks,
    amountSlots: dealSlots(
      archetype.amounts.map(() => 1),
      SMALL,
    ),
    textSlots: dealSlots(
      archetype.text.map(() => 1),
      SMALL,
    ),
    firstCombination,
  };
}

/**
 * The book of one seed. Rows are counted from 0, and row i is the same whatever is drawn before it and however many rows there are.
 * @param {number} seed a whole number from 0 to 4294967295
 */
export function makeBook(seed = DEFAULT_SEED) {
  const start = mix(seed >>> 0);
  const archetypes = [];
  let combinations = 0;
  for (const archetype of ARCHETYPES) {
    const made = prepare(archetype, combinations);
    combinations += made.variants.length * made.ties.length * made.places.length * made.blanks.length;
    archetypes.push(made);
  }
  const archetypeSlots = dealSlots(
    ARCHETYPES.map(({ weight }) => weight),
    8192,
  );

  /** Draws row i into `into`, as numbers only: indices within its archetype, and cents. */
  function draw(i, into) {
    const at = start + i * 8;
    const batch = mix(start ^ mix(Math.floor(i / BATCH) + 0x5eed));
    const first = mix(at);
    const second = mix(at + 1);
    const third = mix(at + 2);
    const fourth = mix(at + 3);
    const fifth = mix(at + 4);
    const index = archetypeSlots[first & 8191];
    const archetype = archetypes[index];
    into.archetype = index;
    into.day = (batch % (DAYS - 2)) + ((first >>> 13) % 3);
    into.party = archetype.partySlots[second & 1023];
    into.variant = archetype.variantSlots[(second >>> 10) & 1023];
    into.place = archetype.placeSlots[(second >>> 20) & 1023];
    into.gap = archetype.gapSlots[Math.floor(into.day / 7)][third & 1023];
    into.text = archetype.textSlots[(third >>> 10) & 63];
    into.number = 10_000 + (((third >>> 16) * 65_536 + (fifth & 65_535)) % 90_000);
    into.cents = (1000 + (fourth % 9000)) * archetype.amounts[archetype.amountSlots[fifth >>> 26]];
    into.combination =
      archetype.firstCombination +
      ((into.variant * archetype.ties.length + archetype.tieOf[into.party]) * archetype.places.length + into.place) *
        archetype.blanks.length +
      into.gap;
    return into;
  }

  /** What holds of a combination, and which of it nobody has written down. */
  function* eachCombination() {
    for (const archetype of archetypes) {
      for (const variant of archetype.variants) {
        for (const tie of archetype.ties) {
          for (const { bookedBy, ...place } of archetype.places) {
            const facts = { ...variant, ...tie, ...place };
            for (const blank of archetype.blanks) yield { facts, blank };
          }
        }
      }
    }
  }

  return { archetypes, combinations, draw, eachCombination };
}

/** ISO date of a day of the book. */
export function dateOf(day) {
  return new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
}

export const DATES = Array.from({ length: DAYS }, (_, day) => dateOf(day));

/** `R000000001` for row 0. */
export function identifierOf(i) {
  return `R${String(i + 1).padStart(9, '0')}`;
}
