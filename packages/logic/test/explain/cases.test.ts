import { describe, expect, it } from 'vitest';
import { explain, renderExplanation, renderText } from '../../src/index.ts';
import { allCases, type Case, programOf } from './rulebooks.ts';
import { ruleStep } from './walk.ts';

function explained(one: Case, detail: 'short' | 'full' = 'short') {
  const program = programOf(one.rulebook);
  const decider = program.at({
    asOf: one.as_of,
    ...(one.known_on === undefined ? {} : { knownOn: one.known_on }),
    readings: one.readings ?? {},
  });
  return explain(decider, program.readFacts(one.facts), { detail });
}

function caseOf(id: string): Case {
  const found = allCases().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

const names = (id: string) => explained(caseOf(id)).citations.map(({ name }) => name);

describe('the cases of the United States', () => {
  const all = allCases();

  it('are there', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it.each(all.map((one) => [one.id, one] as const))('%s cites one of its provisions', (_, one) => {
    const cited = explained(one).citations.map(({ name }) => name);
    if (one.provisions !== undefined) expect(one.provisions.filter((name) => cited.includes(name))).not.toEqual([]);
  });

  it('are rendered without a trace of the other language, but for names, codes and citations', () => {
    for (const one of all) {
      const explanation = explained(one);
      const quoted = JSON.stringify(programOf(one.rulebook).rulebook);
      const words = renderExplanation(explanation, 'zh', { citations: false }).flatMap(
        ({ text }) => text.replaceAll('UTC', '').match(/[A-Za-z][A-Za-z_-]+/g) ?? [],
      );
      for (const word of words) expect(quoted, one.id).toContain(word);
      const english = renderExplanation(explanation, 'en', { citations: false });
      for (const { text } of english) expect(text).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('what a lawyer finds in a short explanation', () => {
  it('a hosting service without the purpose element: paragraph 2, and the element that fails', () => {
    const explanation = explained(caseOf('WC-P2-03'));
    const nearest = explanation.steps.find((step) => step.kind === 'rule');
    expect(nearest?.rules.map(({ provision }) => provision)).toEqual(['WC-2']);
    expect(renderText(explanation, 'en')).toContain(
      'Enables functioning or optimization of the app (needed: yes; given: no)',
    );
    expect(renderText(explanation, 'zh')).toContain('是否使应用得以运行或优化（要求：是；所提供：否）');
  });

  it('private use: one missing element that all paragraphs share, and what stays permitted', () => {
    const explanation = explained(caseOf('WC-U-10'));
    const [nearest] = explanation.steps.filter((step) => step.kind === 'rule');
    expect(nearest?.rules).toHaveLength(7);
    expect(nearest?.children.map((child) => child.kind === 'term' && child.term.name)).toEqual(['between_businesses']);
    expect(names('WC-U-10')).toEqual(expect.arrayContaining(['WC-SCOPE', 'WC-RESID']));
  });

  it('an enjoined paragraph: the order, since when, and the stays refused', () => {
    const text = renderText(explained(caseOf('WC-T-19')), 'en');
    expect(text).toContain('WC-5 (para. 5), "Payments through the app", would prohibit this, but is enjoined.');
    expect(text).toContain('has been enjoined since a moment between 19 September 2020, 17:43 (UTC-04:00) and');
    expect(text).toContain('U.S. WeChat Users Alliance v. Trump');
    expect(names('WC-T-19')).toEqual(expect.arrayContaining(['WC-PI', 'WC-STAY-D', 'WC-STAY-9']));
    // Nothing that was not yet public is told.
    expect(names('WC-T-08')).not.toContain('WC-STAY-D');
  });

  it('what an order still lacks: the instrument, or the provision for its identification', () => {
    expect(names('WC-T-10')).toContain('EO13943-1a');
    expect(names('WC-T-09')).toContain('EO13943-1c');
    expect(names('E71-05')).toContain('EO13971-1e');
  });

  it('a revocation: the provision that revokes, and its instrument', () => {
    expect(names('WC-T-23')).toEqual(expect.arrayContaining(['EO14034', 'EO14034-1']));
    expect(names('WC-T-28')).toEqual(expect.arrayContaining(['RESC-2021', 'EO14034-1']));
  });

  it('an event that counts only on an unsettled reading is told with the reading', () => {
    const text = renderText(explained(caseOf('TT-02')), 'zh');
    expect(text).toContain('该事件仅在对“9月的“东部标准时间”指什么？”的回答为');
  });

  it('a carve-out: the paragraph that it lifts, and why it holds', () => {
    const explanation = explained(caseOf('WC-P2-10'));
    expect(ruleStep(explanation, 'hosting')?.by.map(({ name }) => name)).toEqual(['user_data_kept_in_the_us']);
    expect(renderText(explanation, 'en')).toContain('is supposed to be answered "No condition"');
  });

  it('stays short, whatever the case', () => {
    for (const one of allCases()) {
      const lines = renderExplanation(explained(one), 'en', { citations: false });
      expect(lines.length, one.id).toBeLessThan(60);
    }
  });
});
