import { beforeAll, describe, expect, it } from 'vitest';
import { textWidth } from '../src/output/width.ts';
import { ensureBuilt } from './helpers/build.ts';
import { Workplace } from './helpers/proviso.ts';

const place = new Workplace();
const AT = ['explain', '--rulebook', 'toy/harbour', '--as-of', '2020-02-15', 'cargo=oil', 'weight=8', 'owner.share=40'];

beforeAll(ensureBuilt);

describe('proviso explain', () => {
  it('shows the proof as an indented tree with its citations', () => {
    const { code, out } = place.run([...AT, 'loaded=yes']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Prohibited/);
    expect(out).toMatch(/\n {2}✓ H-1/);
    expect(out).toMatch(/\n {4}✓ /);
    expect(out).toContain('1 HR 1');
    for (const line of out.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });

  it('tells more in full, and the same in Chinese', () => {
    const short = place.run([...AT, 'loaded=yes']).out;
    const full = place.run([...AT, 'loaded=yes', '--detail', 'full']).out;
    expect(full.length).toBeGreaterThan(short.length);
    const chinese = place.run([...AT, 'loaded=yes', '--lang', 'zh']).out;
    expect(chinese).toContain('禁止石油');
    expect(chinese.match(/✓/g)?.length).toBe(short.match(/✓/g)?.length);
  });

  it('marks what is not known, and colours marks only where it may', () => {
    expect(place.run(AT).out).toMatch(/\n {2}\? H-1/);
    expect(place.run(AT, { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[33m? \u001b[0m');
  });

  it('gives the proof as JSON', () => {
    const proof = JSON.parse(place.run([...AT, 'loaded=yes', '--json']).out);
    expect(proof.answer.verdict).toBe('prohibited');
    expect(proof.citations.map((citation: { name: string }) => citation.name)).toContain('H-1');
  });
});
