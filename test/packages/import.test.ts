import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const PROGRAM = `
import { readFileSync } from 'node:fs';
import { parse } from '@proviso/language';
import { compile } from '@proviso/logic';
import { generate } from '@proviso/logic/generate';
const read = (file) => readFileSync('rulebooks/us/' + file, 'utf8');
const { document: vocabulary } = parse(read('app-restrictions/vocabulary.md'));
const { document: rulebook } = parse(read('wechat/rulebook.md'), { resolveVocabulary: () => ({ vocabulary }) });
const program = compile(rulebook);
const facts = program.readFacts({ application: 'wechat', activity: 'internet_hosting', business_to_business: false });
const asOf = '2020-09-21';
console.log(program.at({ asOf, knownOn: '2020-09-18' }).decide(facts).verdict);
console.log(generate(program, { knownOn: '2020-09-18' }).verdict(facts, asOf));
`;

test('the libraries as built are imported and used by plain Node, without the sources', () => {
  expect(existsSync(`${root}packages/logic/dist/index.js`), 'run `npm run build` first').toBe(true);
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(output.trim().split('\n')).toEqual(['not_restricted', 'not_restricted']);
});
