// What the bench uses of Proviso; bundled into dist/engine.mjs by lib/build.mjs.
export { parse } from '@proviso/language';
export { compile, statusAt } from '@proviso/logic';
export { generate } from '@proviso/logic/generate';
