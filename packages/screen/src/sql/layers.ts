import type { Chart } from '@proviso/logic/tabulate';

/**
 * One lookup on the way through a chart: the codes of some inputs and the state so far make a place in a table, where the next
 * state is. States come multiplied, so that a place is a plain sum.
 */
export interface Layer {
  /** Inputs and by what their codes are multiplied. */
  readonly inputs: readonly { readonly input: number; readonly factor: number }[];
  /** By place: the next state times the number of places per state of the next layer; in the last layer the label. */
  readonly table: readonly number[];
}

/** A chart as lookups. Without layers every row has the label `start`; else `start` is 0. */
export interface Layered {
  readonly layers: readonly Layer[];
  readonly start: number;
}

/**
 * Cuts a chart into as few layers as tables of a size allow.
 * @param codes how many codes each input has
 * @param most entries of one table (a single input may need more)
 */
export function layered(chart: Chart<unknown>, codes: readonly number[], most: number): Layered {
  if (chart.root < 0) return { layers: [], start: -1 - chart.root };
  const used = [...new Set(chart.nodes.map(({ input }) => input))].sort((a, b) => a - b);
  const groups: Group[] = [];
  let states: readonly number[] = [chart.root];
  for (let at = 0; at < used.length; ) {
    const group = groupFrom(used.slice(at), states.length, codes, most);
    const made = follow(chart, states, group);
    groups.push({ ...group, ...made });
    states = made.states;
    at += group.inputs.length;
  }
  return { layers: groups.map((group, index) => layerOf(group, groups[index + 1]?.places)), start: 0 };
}

interface Shape {
  readonly inputs: readonly { readonly input: number; readonly factor: number; readonly codes: number }[];
  /** Combinations of codes. */
  readonly places: number;
}

interface Group extends Shape {
  /** What comes after: nodes, or labels as in charts. */
  readonly states: readonly number[];
  /** By state and combination of codes: index into the states after. */
  readonly next: readonly number[];
}

function groupFrom(inputs: readonly number[], states: number, codes: readonly number[], most: number): Shape {
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

function follow(
  chart: Chart<unknown>,
  from: readonly number[],
  { inputs, places }: Shape,
): Pick<Group, 'states' | 'next'> {
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

function layerOf({ inputs, states, next }: Group, nextPlaces: number | undefined): Layer {
  return {
    inputs: inputs.map(({ input, factor }) => ({ input, factor })),
    table: next.map((index) => (nextPlaces === undefined ? -1 - (states[index] ?? 0) : index * nextPlaces)),
  };
}
