import { DATES, FLAGS } from '../lib/transactions.mjs';

/** Last day whose news the regime *as written* knows; the other regime knows everything. */
const KNOWN_AS_WRITTEN = '2020-09-18';

const FACTS = ['service', ...FLAGS];

/** Loaded only when Proviso is measured. */
const engine = async () => ({ ...(await import('../dist/engine.mjs')), ...(await import('../lib/rulebook.mjs')) });

// The rules that decide, and the paragraph each stands for in the reference.
const EXCEPTIONS = ['E1', 'E2', 'E3', 'E4'];
const STATUS = { not_yet_issued: 'S0', not_yet_effective: 'S0', enjoined: 'S1', revoked: 'S2', in_force: 'N0' };

/**
 * The reference's paragraph out of an answer: the prohibition that stands, the first exemption that stands, else what the status
 * of the list says.
 */
function paragraphOf(answer, statusOfList) {
  const standing = answer.because.filter(({ state }) => state === 'stands').map(({ provision }) => provision);
  if (answer.verdict === 'prohibited') return standing.find((provision) => provision[0] === 'P');
  if (answer.verdict === 'exempt') return EXCEPTIONS.find((provision) => standing.includes(provision));
  return STATUS[statusOfList];
}

/** Facts as the engine reads them from JSON, with what else a question needs; absent facts are not there at all. */
const prepareWith = (program) => (row) => {
  const given = FACTS.filter((fact) => row[fact] !== undefined).map((fact) => [fact, row[fact]]);
  return { facts: program.readFacts(Object.fromEntries(given)), date: row.date, regime: row.regime };
};

const generated = async () => {
  const { generate, measuringProgram } = await engine();
  const program = measuringProgram();
  const written = generate(program, { knownOn: KNOWN_AS_WRITTEN });
  const actual = generate(program);
  return { program, written, actual, prepare: prepareWith(program) };
};

export const contenders = {
  'proviso-verdict': {
    title: 'proviso, verdict',
    proviso: true,
    verdictOnly: true,
    load: async () => {
      const { written, actual, prepare } = await generated();
      const decide = ({ facts, date, regime }) =>
        regime === 'actual' ? actual.verdict(facts, date) : written.verdict(facts, date);
      return { prepare, decide, reveal: (verdict) => ({ verdict }) };
    },
  },
  'proviso-walk': {
    title: 'proviso, verdict without generated code',
    proviso: true,
    verdictOnly: true,
    load: async () => {
      const { measuringProgram } = await engine();
      const program = measuringProgram();
      const deciders = { actual: new Map(), as_written: new Map() };
      for (const date of DATES) {
        deciders.actual.set(date, program.at({ asOf: date }));
        deciders.as_written.set(date, program.at({ asOf: date, knownOn: KNOWN_AS_WRITTEN }));
      }
      const decide = ({ facts, date, regime }) => deciders[regime].get(date).verdict(facts);
      return { prepare: prepareWith(program), decide, reveal: (verdict) => ({ verdict }) };
    },
  },
  'proviso-possible': {
    title: 'proviso, fact missing',
    proviso: true,
    holes: true,
    load: async () => {
      const { written, actual, prepare } = await generated();
      const decide = ({ facts, date, regime }) =>
        regime === 'actual' ? actual.possible(facts, date) : written.possible(facts, date);
      return { prepare, decide };
    },
  },
  'proviso-explained': {
    title: 'proviso, explained',
    proviso: true,
    load: async () => {
      const { program, written, actual, prepare } = await generated();
      return { prepare, decide: explain(written, actual), reveal: await revealWith(program) };
    },
  },
  'proviso-explained-missing': {
    title: 'proviso, explained, fact missing',
    proviso: true,
    holes: true,
    load: async () => {
      const { written, actual, prepare } = await generated();
      return { prepare, decide: explain(written, actual) };
    },
  },
  'proviso-explained-first': {
    title: 'proviso, explained, first time',
    proviso: true,
    load: async () => {
      const { program, prepare } = await generated();
      let decide;
      const renew = async () => {
        const { written, actual } = await generated();
        decide = explain(written, actual);
      };
      await renew();
      return { prepare, renew, decide: (input) => decide(input), reveal: await revealWith(program) };
    },
  },
};

function explain(written, actual) {
  return ({ facts, date, regime }) => (regime === 'actual' ? actual.decide(facts, date) : written.decide(facts, date));
}

/** Makes an answer comparable with the reference's. */
async function revealWith(program) {
  const { statusAt } = await engine();
  const { rulebook, status } = program.compiled;
  const known = new Map();
  const statusOfList = ({ date, regime }) => {
    const key = `${date} ${regime}`;
    if (!known.has(key)) {
      const question = { asOf: date, ...(regime === 'actual' ? {} : { knownOn: KNOWN_AS_WRITTEN }) };
      const reports = statusAt(status, rulebook, program.at(question).question.vantage, {});
      known.set(key, reports.find(({ provision }) => provision === 'P1').status);
    }
    return known.get(key);
  };
  return (answer, row) => ({ ...answer, paragraph: paragraphOf(answer, statusOfList(row)) });
}
