import { describe, expect, it } from 'vitest';
import { beginning, dayOrMoment, ending, showShortDay } from '../../src/i18n/dates.ts';
import { chooseLanguage } from '../../src/i18n/language.ts';

const clock = ({ date, time, offset }: { date: string; time: string; offset: string }) => `${time} ${date} ${offset}`;

describe('the language of a page', () => {
  it.each([
    ['?lang=zh', 'en', ['en'], 'zh'],
    ['?lang=fr', 'zh', ['en'], 'zh'],
    ['', null, ['fr', 'zh-TW', 'en'], 'zh'],
    ['', null, ['fr'], 'en'],
  ] as const)('%s, kept %s, preferred %s: %s', (search, kept, preferred, wanted) => {
    expect(chooseLanguage(search, kept, preferred)).toBe(wanted);
  });
});

describe('dates', () => {
  it('say the day where a moment stands for it, else the clock time with its offset', () => {
    expect(dayOrMoment('en', '2020-09-21T23:59:59-04:00', clock)).toBe('21 September 2020');
    expect(dayOrMoment('zh', '2020-09-21', clock)).toBe('2020年9月21日');
    expect(beginning('en', '2020-09-20T00:00:00-04:00', clock)).toBe('20 September 2020');
    expect(beginning('en', '2020-09-20T09:23:00-04:00', clock)).toBe('09:23 20 September 2020 -04:00');
    expect(ending('en', '2020-09-20T00:00:00-04:00', clock)).toBe('19 September 2020');
    expect(showShortDay('zh', '2020-09-20')).toBe('2020/9/20');
  });

  it('leave alone what is no date', () => {
    expect(dayOrMoment('en', 'soon', clock)).toBe('soon');
  });
});
