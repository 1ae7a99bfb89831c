/** Every contender by name; the modules load their engines only when a contender is loaded. */
const modules = await Promise.all(
  ['hand', 'proviso', 'json-logic', 'cel', 'feel', 'zen', 'cedar', 'json-rules', 'publicodes'].map(
    (name) => import(`./${name}.mjs`),
  ),
);

/**
 * name -> `{ title, load, ... }`. `load()` gives one of `decide(input)`, `decideLater(input)` (a promise) or `decideMany(inputs)`;
 * with `prepare(row)` inputs are made of transactions outside the clock, with `reveal(result, row)` the result is made comparable
 * with the reference's, with `renew()` everything remembered is forgotten.
 *
 * `peer`: rules as the engine's users would write them; `tree`: handed our nested tree instead. `holes`: decides rows with a fact
 * missing. `verdictOnly`: names no paragraph. `proviso`: is Proviso. `slow`: only with --all. `flags`: for Node.
 */
export const contenders = Object.assign({}, ...modules.map((module) => module.contenders));
