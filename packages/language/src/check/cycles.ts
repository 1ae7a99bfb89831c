/** A circle in a relation, from a name back to itself: `a`, `b`, `a`. */
export type Cycle = readonly string[];

/**
 * The circles of a relation, each told once: at the first name, in the order given, from which one is reached.
 * Every name lies in at most one of the circles returned, so that one slip is one error.
 */
export function findCycles(names: Iterable<string>, next: (name: string) => Iterable<string>): readonly Cycle[] {
  const cycles: Cycle[] = [];
  const done = new Set<string>();
  for (const start of names) {
    if (done.has(start)) continue;
    // Depth first with a stack of our own: the chain of a document may be long.
    const path: string[] = [];
    const onPath = new Set<string>();
    const stack: { readonly name: string; readonly rest: Iterator<string> }[] = [];
    const enter = (name: string): void => {
      path.push(name);
      onPath.add(name);
      stack.push({ name, rest: next(name)[Symbol.iterator]() });
    };
    enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const step = top.rest.next();
      if (step.done === true) {
        stack.pop();
        path.pop();
        onPath.delete(top.name);
        done.add(top.name);
      } else if (onPath.has(step.value)) cycles.push([...path.slice(path.indexOf(step.value)), step.value]);
      else if (!done.has(step.value)) enter(step.value);
    }
  }
  return disjoint(cycles);
}

function disjoint(cycles: readonly Cycle[]): readonly Cycle[] {
  const seen = new Set<string>();
  return cycles.filter((cycle) => {
    if (cycle.some((name) => seen.has(name))) return false;
    for (const name of cycle) seen.add(name);
    return true;
  });
}

/** A circle as it is shown: `a → b → a`. */
export function showCycle(cycle: Cycle): string {
  return cycle.map((name) => `\`${name}\``).join(' → ');
}
