/** Every contender by name; the modules load their engines only when a contender is loaded. */
const modules = await Promise.all(
  ['hand', 'proviso', 'json-logic', 'cel', 'feel', 'zen', 'cedar', 'json-rules', 'publicodes'].map(
    (name) => import(`./${name}.mjs`),
  ),
);

/**
 * name -> `{ title, load, ... }`. `load()` gives one of `decide(row)`, `decideLater(row)` (a promise) or `decideMany(rows)`.
 * `peer`: rules as its users would write them; `tree`: handed our nested tree instead. `holes`: decides rows with a fact missing.
 * `proviso`: is Proviso. `slow`: only with --all.
 */
export const contenders = Object.assign({}, ...modules.map((module) => module.contenders));
