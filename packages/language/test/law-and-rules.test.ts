import { givenIn } from '@proviso/model';
import { describe, expect, test } from 'vitest';
import { parse, print } from '../src/index.ts';
import { invalid, parseBlock, valid } from './helpers.ts';

describe('instruments and provisions', () => {
  test('hanging in a circle: invalid, and the circle is shown', () => {
    invalid(
      'PV3001',
      `instrument «A» kind x title en "A" zh "A" hangs on B
instrument B kind x title en "B" zh "B" hangs on B-1
provision B-1 of B at "1" hangs on A`,
      '`A` → `B` → `B-1` → `A`',
    );
  });

  test('hanging on what is not declared: invalid', () => {
    invalid('PV3009', 'instrument A kind x title en "A" zh "A" hangs on «EOO»', 'did you mean `EO`?');
    invalid('PV3009', 'provision A of «EX» at "1"', '`EO`');
    invalid('PV3009', 'prohibition p per EO-1, «EO-3»', 'did you mean `EO-1`?');
  });

  test('a saving clause without effect: warned of', () => {
    expect(invalid('PV3010', 'provision A of EO at "1" «survives»').severity).toBe('warning');
  });

  test('without kind or title: invalid', () => {
    invalid('PV1008', 'instrument «A» title en "A" zh "A"', 'no `kind`');
    invalid('PV1008', 'instrument «A» kind x', 'no `title`');
  });

  test('confidence other than A to D: invalid', () => {
    invalid('PV3008', 'provision A of EO at "1" «confidence E»');
  });
});

describe('events', () => {
  test('on nothing, or by nothing: invalid', () => {
    invalid('PV3003', 'event e enjoined EO-1, «EO-9» on 2020-01-01', 'did you mean `EO-1`?');
    invalid('PV3003', 'event e enjoined EO-1 by «COURT» on 2020-01-01');
    valid('event e enjoined EO-1 by EO-2 on 2020-01-01');
  });

  test('of an unknown kind: invalid', () => {
    invalid('PV3004', 'event «e» enjoyned EO-1 on 2020-01-01', 'did you mean `enjoined`?');
  });

  test('with no moment or two: invalid', () => {
    invalid('PV3005', 'event «e» enjoined EO-1', 'no moment');
    invalid('PV3005', 'event e enjoined EO-1 on 2020-01-01 «on 2021-01-01»', 'more than one');
  });

  test('with dates in a circle: invalid, and the circle is shown', () => {
    invalid(
      'PV3002',
      'event «a» noted EO 3 days after b\nevent b noted EO between 1 day after c and 2020-01-01\nevent c noted EO on 2020-01-01 known 1 month after a',
      '`a` → `b` → `c` → `a`',
    );
  });

  test('with an unknown end of a pause: invalid', () => {
    invalid('PV3006', 'event e suspended EO on 2020-01-01 «until 2021-01-01 then ends»', 'lapses');
  });

  test('counted in parts of days: invalid', () => {
    invalid('PV3007', 'event e noted EO «1.5 days after signed»');
  });

  test('counted from an unknown event: invalid', () => {
    invalid('PV2002', 'event e noted EO 3 days after «sined»', 'did you mean `signed`?');
  });

  test('under a reading that does not exist: invalid', () => {
    invalid('PV4005', 'event e noted EO on 2020-01-01 under «scop» is narrow', 'did you mean `scope`?');
    invalid('PV4005', 'event e noted EO on 2020-01-01 under scope is «narow»', 'did you mean `narrow`?');
  });

  test('moments of every shape: valid, and a bare date after `until` is the end of its day', () => {
    valid(
      'event e suspended EO-1 on start of 2020-01-01 from on end of 1 month after signed until 2020-02-01 then lapses known between 2020-01-01 and end of 2020-01-02',
    );
    const { document } = parseBlock('event e suspended EO-1 on 2020-01-01 until 2020-02-01 then lapses');
    expect(document).toMatchObject({
      // biome-ignore lint/suspicious/noThenProperty: the model's word for what a pause leaves
      events: [{}, { on: { at: 'start' }, until: { moment: { date: '2020-02-01', at: 'end' }, then: 'lapses' } }],
    });
  });
});

describe('readings', () => {
  test('with fewer than two alternatives: invalid', () => {
    invalid('PV4004', 'reading «r» question en "?" zh "？" alternative a en "A" zh "A"', 'one alternative');
    invalid('PV4004', 'reading «r» question en "?" zh "？"', 'no alternative');
  });

  test('compared with what is no alternative: invalid', () => {
    invalid('PV4005', 'prohibition p per EO-2 when scope is «wyde»', 'did you mean `wide`?');
    invalid('PV4005', 'prohibition p per EO-2 when scope is «5»');
  });
});

describe('rules', () => {
  test('without a provision: invalid', () => {
    invalid('PV4001', 'prohibition «p» when flag', '`per`');
  });

  test('that lift each other in a circle: invalid, and the circle is shown', () => {
    invalid(
      'PV4002',
      'exemption «a» per EO-2 lifts b\nexemption b per EO-2 lifts c\nexemption c per EO-2 lifts every exemption of EO-2',
      '`a` → `b` → `c` → `a`',
    );
  });

  test('that lift nothing: invalid', () => {
    invalid('PV4003', 'exemption a per EO-2 lifts «bse»', 'did you mean `base`?');
    invalid('PV4003', 'exemption a per EO-2 lifts base, «every licence of EO»', 'no licence of `EO`');
    invalid('PV4003', 'exemption a per EO-2 leaves «every prohibition of EO-2»');
    // A rule is of the provision that it cites first.
    invalid('PV4003', 'duty d per EO-1, EO-2 must en "D" zh "D"\nexemption a per EO-1 lifts «every duty of EO-2»');
    valid('duty d per EO-2, EO-1 must en "D" zh "D"\nexemption a per EO-1 lifts every duty of EO-2');
  });

  test('with an unknown kind of target: invalid', () => {
    invalid('PV4006', 'exemption a per EO-2 lifts «every prohibitions»');
  });

  test('restrictions without conditions, duties without content: invalid', () => {
    invalid('PV4007', 'restriction «r» per EO-2');
    invalid('PV4008', 'duty «d» per EO-2');
  });

  test('deadlines counted from what is no day: invalid', () => {
    invalid('PV4009', 'duty d per EO-2 must en "Do" zh "做" within 3 days after «share»');
    invalid('PV2011', 'duty d per EO-2 must en "Do" zh "做" «each year by 02-30»');
    valid('duty d per EO-2 must en "Do" zh "做" each year by 02-29');
  });

  test('a second residual: invalid', () => {
    invalid('PV4010', 'residual per EO-1 en "Rest" zh "其余"\n«residual» per EO-2');
  });
});

describe('examples', () => {
  const example = (body: string) => `example "x" as of 2020-01-01 ${body}`;

  test('from an unknown situation: invalid', () => {
    invalid('PV5001', `situation start flag\n${example('in «stat» expect exempt')}`, 'did you mean `start`?');
  });

  test('from situations that build on one another: valid', () => {
    const { diagnostics, document } = parseBlock(
      `situation outer in inner share is 4\nsituation inner flag, share is 3\n${example('in outer given not flag expect exempt')}`,
    );
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ situations: [{ situation: 'inner' }, {}] });
    if (document?.kind !== 'rulebook') throw new Error('no rulebook');
    expect(document.examples.map((it) => givenIn(document.situations, it))).toEqual([{ flag: false, share: '4' }]);
    expect(print(document)).toContain('situation outer in inner\n  share is 4\n');
  });

  test('from situations in a circle: invalid', () => {
    invalid('PV5006', 'situation «a» in b flag\nsituation b in c flag\nsituation c in a flag', '`a` → `b` → `c` → `a`');
    invalid('PV5001', 'situation a in «b» flag');
  });

  test('that need an event: valid', () => {
    valid(example('expect exempt needs signed, share'));
  });

  test('that expect what there is not: invalid', () => {
    invalid('PV5002', example('expect «prohibit»'), '`prohibited`');
    invalid('PV5002', example('expect exempt possible exempt, «fine»'));
    invalid('PV5002', example('expect exempt «may proceed maybe»'), '`only_if`');
    invalid('PV5002', example('expect exempt «held back paused»'), '`suspended`');
  });

  test('that give a fact twice: invalid', () => {
    invalid('PV5003', example('given flag, share is 3, «not flag» expect exempt'));
    invalid('PV5003', example('reading scope is wide, «scope is narrow» expect exempt'));
  });

  test('without a date: invalid', () => {
    invalid('PV5004', 'example "x" «expect exempt»');
  });

  test('that name what there is not: invalid', () => {
    invalid('PV5005', example('given «flg» expect exempt'), 'did you mean `flag`?');
    invalid('PV5005', example('given «seller.bug» expect exempt'), 'did you mean `seller.big`?');
    invalid('PV5005', example('expect exempt needs «shore»'), 'did you mean `share`?');
    invalid('PV5005', example('expect exempt cites «EO-7»'));
    invalid('PV4005', example('reading «scopes» is wide expect exempt'), 'did you mean `scope`?');
  });

  test('with values outside their type: invalid', () => {
    invalid('PV2008', example('given colour is «rad» expect exempt'), 'did you mean `red`?');
    invalid('PV2014', example('given share is «140» expect exempt'), 'out of range');
    invalid('PV2014', example('given «share» expect exempt'), 'not yes or no');
    invalid('PV2019', example('given share is «(1, 2)» expect exempt'));
    invalid('PV2011', 'example "x" as of «2020-02-30» expect exempt');
    invalid('PV2012', 'example "x" as of «2020-02-20T12:00» expect exempt');
  });
});

describe('vocabularies', () => {
  test('with law in them: invalid', () => {
    const text = `\`\`\`proviso
vocabulary v
  title en "V" zh "V"
  zone UTC
source S "S"
fact a yes or no
term t per P means a
\`\`\`
`;
    expect(parse(text).diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['PV1012', 4, 3],
      ['PV1012', 5, 1],
      ['PV1012', 7, 8],
    ]);
  });
});
