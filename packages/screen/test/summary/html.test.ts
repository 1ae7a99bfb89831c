import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compareSummary, renderSummaryHtml, summarise } from '../../src/summary/index.ts';
import { fullInput, group, inputOf, label, outcome, RULEBOOK, status, tabulation } from './fixture.ts';

const EVIL = `<script>alert("1")</script><img src=x onerror=alert(1)>' " & \u0000`;

function evilPage(): string {
  const input = fullInput();
  const summary = summarise({
    ...input,
    rulebook: {
      ...RULEBOOK,
      title: { en: EVIL, zh: EVIL },
      facts: RULEBOOK.facts.map((fact) => ({ ...fact, label: { en: EVIL }, question: { en: EVIL } })),
      provisions: RULEBOOK.provisions.map((provision) => ({
        ...provision,
        pinpoint: { en: EVIL },
        gist: { en: EVIL },
      })),
    },
    question: { asOf: { column: EVIL }, knownOn: EVIL, readings: { [EVIL]: EVIL } },
    source: EVIL,
    amountColumn: { column: EVIL, unit: EVIL },
    malformed: [{ reason: EVIL, rows: 1 }],
  });
  const side = {
    rulebook: RULEBOOK,
    tabulation: tabulation({ outcomes: [label(outcome('prohibited'), [EVIL]), label(outcome('not_restricted'))] }),
    question: input.question,
  };
  const comparison = compareSummary({
    source: EVIL,
    amountColumn: null,
    before: { ...side, statusOf: () => status('in_force') },
    after: { ...side, statusOf: () => status('enjoined', EVIL, EVIL) },
    pairs: [{ before: { outcome: 0, provisions: [] }, after: { outcome: 1, provisions: [] }, rows: 1 }],
  });
  return renderSummaryHtml(summary, comparison, { language: 'en' });
}

const PAGE = renderSummaryHtml(summarise(fullInput()), undefined, { language: 'zh' });
const VOID = new Set(['meta', 'input', 'img', 'br']);

/** The tags of a page, checked to be closed in order. */
function tagsOf(page: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const body = page.replace(/<!DOCTYPE html>/, '').replace(/<style>[^<]*<\/style>/, '');
  for (const [, slash, name = '', self] of body.matchAll(/<(\/?)([a-zA-Z0-9]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else {
      seen.push(name);
      if (self !== '/' && !VOID.has(name)) open.push(name);
    }
  }
  expect(open).toEqual([]);
  // What is no tag has no angle bracket.
  expect(body.replace(/<\/?[a-zA-Z0-9]+(?:\s[^<>]*?)?\/?>/g, '')).not.toMatch(/[<>]/);
  return seen;
}

describe('the page', () => {
  it('is balanced', () => {
    expect(tagsOf(PAGE)).toEqual(expect.arrayContaining(['html', 'table', 'svg', 'ol', 'main']));
    expect(new Set(tagsOf(evilPage()))).toEqual(
      new Set(tagsOf(evilPage()).filter((tag) => !['script', 'img'].includes(tag))),
    );
  });

  it('escapes whatever files and rulebooks hold', () => {
    const page = evilPage();
    expect(page).not.toMatch(/<script|<img/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(page).not.toContain('\u0000');
    for (const [, value = ''] of page.matchAll(/="([^"]*)"/g)) expect(value).not.toMatch(/[<>]/);
  });

  it('runs nothing, asks for nothing, and allows only its own style', () => {
    expect(PAGE).not.toMatch(/<script|<link|<iframe|<img|<object|\son\w+=|\sstyle=|@import|javascript:/i);
    expect(PAGE).not.toMatch(/\b(?:https?:)?\/\/[a-z]/i);
    expect([...PAGE.matchAll(/url\(([^)]*)\)/g)].every(([, target]) => target?.startsWith('#'))).toBe(true);
    const style = /<style>([\s\S]*?)<\/style>/.exec(PAGE)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(PAGE).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('uses every id once, and refers to none that is missing', () => {
    const ids = [...PAGE.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...PAGE.matchAll(/url\(#([^)]*)\)|\sfor="([^"]*)"/g)].map(([, target, label]) => target ?? label);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('holds both languages with the same figures, the one asked for first', () => {
    expect(PAGE).toContain('<html lang="zh-Hans">');
    expect(PAGE).toMatch(/id="choose-zh" checked/);
    expect(PAGE).not.toMatch(/id="choose-en" checked/);
    const [english = '', chinese = ''] = PAGE.split('<div class="in-zh"').map((part) =>
      part.split('<div class="in-en"').at(-1),
    );
    const cells = (part: string) => [...part.matchAll(/<td role="cell">([^<]*)</g)].map(([, text]) => text);
    expect(cells(english).length).toBeGreaterThan(40);
    expect(cells(chinese)).toEqual(cells(english));
    expect(chinese).toContain('询问“所做何事？”');
    expect(english).toContain('Ask &quot;What is done?&quot;');
  });

  it('says in words what the charts show', () => {
    expect(PAGE).toContain('role="img" aria-label="prohibited: 0.4%, restricted: 0.3%');
    for (const [svg] of PAGE.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/aria-hidden="true"|role="img"/);
  });

  it('draws every stretch inside its bar', () => {
    for (const [, from, width] of PAGE.matchAll(/<rect class="[vs]-\w+" x="([\d.]+)%" width="([\d.]+)%"/g)) {
      expect(Number(width)).toBeGreaterThan(0.5);
      expect(Number(from) + Number(width)).toBeLessThanOrEqual(100.01);
    }
  });

  it('is whole for a table without rows', () => {
    const summary = summarise(inputOf({ tabulation: tabulation({ outcomes: [] }), groups: [] }));
    const page = renderSummaryHtml(summary, undefined, { language: 'en' });
    tagsOf(page);
    expect(page).toContain('The input has no rows.');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is whole when every row is undetermined or bad', () => {
    const all = tabulation({ outcomes: [label(outcome('undetermined'))], needs: [[[]]] });
    const summary = summarise(
      inputOf({
        tabulation: all,
        groups: [group({ outcome: 0, needs: [0], rows: 3 }), group({ needs: [null], rows: 2 })],
      }),
    );
    const page = renderSummaryHtml(summary, undefined, { language: 'en' });
    tagsOf(page);
    expect(page).toContain('3 rows stay open, and no question settles them.');
  });
});
