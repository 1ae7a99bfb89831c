// What the bench of screening uses of Proviso; bundled into ../dist/screen-engine.mjs by lib/build.mjs.
export { parse } from '@proviso/language';
export { compile, decidingProvisions } from '@proviso/logic';
export { generate } from '@proviso/logic/generate';
export { tabulate } from '@proviso/logic/tabulate';
export { screenSql } from '@proviso/screen/sql';
export { decidedByKey, judgeKeys, keepAnswers } from '../../packages/screen/src/job/keyed.ts';
