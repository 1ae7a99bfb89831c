import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { campaign } from '../../../../conformance/mutations/src/campaign.ts';
import { knownSurvivors } from '../../../../conformance/mutations/src/main.ts';
import { mutantsOf } from '../../../../conformance/mutations/src/mutants.ts';
import { readTried } from '../../../../conformance/mutations/src/trials.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** One mutant in so many is tried; `npm run mutations` tries all. */
const SHARE = 8;

test('examples and cases notice every change of the WeChat rulebook that has an effect (a sample)', () => {
  const tried = readTried(`${ROOT}/rulebooks`, 'us/wechat');
  const known = new Set(Object.keys(knownSurvivors(ROOT)['us/wechat'] ?? {}));
  const first = Math.floor(Math.random() * SHARE);
  const isChosen = (index: number) => index % SHARE === first;
  const { survivors } = campaign(tried, (_, index) => isChosen(index));
  const expected = mutantsOf(tried.rulebook)
    .filter(({ name }, index) => isChosen(index) && known.has(name))
    .map(({ name }) => name);
  expect(survivors, `mutants ${first} of ${SHARE}`).toEqual(expected);
});
