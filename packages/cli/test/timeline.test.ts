import { beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../src/output/width.ts';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
const HARBOUR = ['timeline', '--rulebook', 'toy/harbour'];

beforeAll(ensureBuilt);

describe('proviso timeline', () => {
  it.each(['60', '80', '120'])('draws a bar for each provision that fits %s columns, with a date axis', (columns) => {
    const { code, out } = place.run(HARBOUR, { env: { COLUMNS: columns } });
    expect(code).toBe(0);
    const lines = out.split('\n');
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(Number(columns));
    expect(lines.find((line) => line.startsWith('H-1 '))).toMatch(/^H-1 +\.+-+F+E+$/);
    expect(lines.find((line) => line.startsWith('H-2 '))).toMatch(/^H-2 +\.+-+F+$/);
    expect(out).toContain('┬');
    expect(out).toMatch(/2020-0\d/);
  });

  it('has a legend of letters that needs no colours, and tells every change', () => {
    const { out } = place.run(HARBOUR);
    expect(out).toContain('  E  enjoined\n');
    expect(out).toContain('1 February 2020: in force (Order takes effect)');
    expect(out).toContain('12:00 on 1 March 2020 (UTC-05:00): enjoined (Injunction)');
    expect(out).not.toContain('\u001b[');
    expect(place.run(HARBOUR, { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[36mE\u001b[0m');
  });

  it('shows what was known on a day', () => {
    const { out } = place.run([...HARBOUR, '--known-on', '2020-02-15']);
    expect(out.replace(/\s+/g, ' ')).toContain('on what was known on 15 February 2020');
    expect(out).not.toContain('enjoined');
  });

  it('gives JSON, and Chinese', () => {
    const { provisions } = JSON.parse(place.run([...HARBOUR, '--json']).out);
    expect(provisions[0]).toMatchObject({
      provision: 'H-1',
      segments: [{ from: null, status: 'not_yet_issued' }, {}, {}, {}],
    });
    expect(place.run([...HARBOUR, '--lang', 'zh']).out).toContain('被禁制令禁止执行');
  });
});
