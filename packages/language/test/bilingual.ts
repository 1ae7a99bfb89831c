import type { BilingualAdvice } from '@proviso/model';
import { expect } from 'vitest';

/** Expects that each is said in Chinese as well as in English, about the same names. */
export function expectBothLanguages(found: readonly (BilingualAdvice & { readonly code: string })[]): void {
  for (const { code, hint, message, zh } of found) {
    const shown = `${code} ${message} | ${hint} | ${zh.message} | ${zh.hint}`;
    for (const english of [message, hint]) expect(withoutNames(english), shown).toMatch(/^(?!.*[\u3400-\u9fff]).+/s);
    for (const chinese of [zh.message, zh.hint]) {
      expect(chinese, shown).toMatch(/[\u4e00-\u9fff]/);
      expect(chinese, shown).not.toMatch(/undefined|\[object|[。.]$/);
    }
    expect(names(zh.message), shown).toEqual(names(message));
    expect(names(zh.hint), shown).toEqual(names(hint));
  }
}

function names(text: string): readonly string[] {
  return [...text.matchAll(/`[^`]+`/g)].map(([name]) => name).toSorted();
}

function withoutNames(text: string): string {
  return text.replaceAll(/`[^`]+`|"[^"]*"/g, '');
}
