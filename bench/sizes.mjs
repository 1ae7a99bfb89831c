import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { generatedRulebook } from './lib/generator.mjs';
import { inFreshProcess, path } from './lib/processes.mjs';
import { figure } from './lib/statistics.mjs';
import { table } from './lib/table.mjs';

const SHIPPED = '../rulebooks';

/** Shipped rulebooks: the documents named rulebook.md, whatever folder they are in. */
function shipped() {
  if (!existsSync(path(SHIPPED))) return [];
  return readdirSync(path(SHIPPED), { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('rulebook.md'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'/rulebook.md'.length), file: path(`${SHIPPED}/${file}`) }));
}

/** Parse, compile and diagram of the measuring rulebook, the shipped ones and generated ones of growing size. */
export function measureSizes({ quick, say }) {
  mkdirSync(path('dist'), { recursive: true });
  const generated = (quick ? [10, 100] : [10, 100, 1000]).map((rules) => {
    const file = path(`dist/rules-${rules}.md`);
    writeFileSync(file, generatedRulebook(rules));
    return { name: `generated, ${rules} rules`, file, rounds: rules >= 1000 ? 3 : 5 };
  });
  const all = [{ name: 'measuring rulebook', file: path('rulebook.md') }, ...shipped(), ...generated];
  return all.map(({ name, file, rounds = 5 }) => {
    say(name);
    const { result, reason } = inFreshProcess('size-of.mjs', [file, quick ? 2 : rounds]);
    if (result) return { name, ...result };
    say(`${name} failed: ${reason}`);
    return { name, failed: reason };
  });
}

export function sizesTable(results) {
  return table(
    ['rulebook', 'rules', 'frames', 'nodes', 'parse', 'compile', 'diagrams', 'first time'],
    results.map(({ name, failed, size, warm, first }) =>
      failed === undefined
        ? [
            name,
            size.rules,
            size.frames,
            size.nodes.toLocaleString('en'),
            figure(warm.parse),
            figure(warm.compile),
            figure(warm.diagram),
            figure(first.parse + first.compile + first.diagram),
          ]
        : [name, 'failed', '-', '-', '-', '-', '-', '-'],
    ),
  );
}
