import type { Chart } from '@proviso/logic/tabulate';

/**
 * Some inputs packed into one whole number, the *place*: the sum of their codes, each times its factor. All charts of a table
 * share their packs, so that a row is packed once.
 */
export interface Pack {
  readonly inputs: readonly { readonly input: number; readonly factor: number; readonly codes: number }[];
  /** How many places there are. */
  readonly places: number;
}

/**
 * One lookup on the way through a chart: the state so far and the place of a pack lead to an entry of a table, the next state.
 * States come multiplied, so that an entry's index is a plain sum.
 */
export interface Layer {
  /** Index of the pack. */
  readonly pack: number;
  /** By state and place: the next state times the number of places of the next layer; in the last layer the label. */
  readonly table: readonly number[];
}

/** A chart as lookups. Without layers every row has the label `start`; else `start` is 0. */
export interface Layered {
  readonly layers: readonly Layer[];
  readonly start: number;
}

/** The inputs that a chart looks at. */
export function inputsOf(chart: Chart<unknown>): ReadonlySet<number> {
  return new Set(chart.nodes.map(({ input }) => input));
}

/**
 * Packs for some charts: as few as tables of a size allow.
 * @param codes how many codes each input has
 * @param most entries of one table (a single input may need more)
 */
export function packsFor(charts: readonly Chart<unknown>[], codes: readonly number[], most: number): readonly Pack[] {
  const used = [...new Set(charts.flatMap((chart) => [...inputsOf(chart)]))].sort((a, b) => a - b);
  const packs: Pack[] = [];
  let states = charts.map((chart): readonly number[] => [chart.root]);
  for (let at = 0; at < used.length; ) {
    const pack = packFrom(used.slice(at), Math.max(...states.map(({ length }) => length)), codes, most);
    packs.push(pack);
    states = charts.map((chart, index) => follow(chart, states[index] ?? [], pack).states);
    at += pack.inputs.length;
  }
  return packs;
}

/** The lookups that lead through a chart. Packs of which it looks at no input are left out. */
export function layered(chart: Chart<unknown>, packs: readonly Pack[]): Layered {
  if (chart.root < 0) return { layers: [], start: -1 - chart.root };
  const used = inputsOf(chart);
  const followed: (Followed & { readonly pack: number })[] = [];
  let states: readonly number[] = [chart.root];
  packs.forEach((pack, index) => {
    if (!pack.inputs.some(({ input }) => used.has(input))) return;
    const step = follow(chart, states, pack);
    followed.push({ ...step, pack: index });
    states = step.states;
  });
  const layers = followed.map(({ pack, states: after, next }, index): Layer => {
    const following = followed[index + 1];
    const places = following === undefined ? undefined : packs[following.pack]?.places;
    const table = next.map((state) => (places === undefined ? -1 - (after[state] ?? 0) : state * places));
    return { pack, table };
  });
  return { layers, start: 0 };
}

function packFrom(inputs: readonly number[], states: number, codes: readonly number[], most: number): Pack {
  const taken: { input: number; factor: number; codes: number }[] = [];
  let places = 1;
  for (const input of inputs) {
    const count = codes[input] ?? 1;
    if (taken.length > 0 && states * places * count > most) break;
    taken.push({ input, factor: places, codes: count });
    places *= count;
  }
  return { inputs: taken, places };
}

interface Followed {
  /** What comes after: nodes, or labels as in charts. */
  readonly states: readonly number[];
  /** By state before and place: index into the states after. */
  readonly next: readonly number[];
}

function follow(chart: Chart<unknown>, from: readonly number[], { inputs, places }: Pack): Followed {
  const indices = new Map<number, number>();
  const next: number[] = [];
  for (const state of from) {
    for (let place = 0; place < places; place++) {
      let to = state;
      for (const { input, factor, codes } of inputs) {
        const node = to < 0 ? undefined : chart.nodes[to];
        if (node?.input === input) to = node.next[Math.floor(place / factor) % codes] ?? to;
      }
      let index = indices.get(to);
      if (index === undefined) {
        index = indices.size;
        indices.set(to, index);
      }
      next.push(index);
    }
  }
  return { states: [...indices.keys()], next };
}
