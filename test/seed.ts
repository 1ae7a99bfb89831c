import fc from 'fast-check';

// With `PROVISO_SEED` set, as the gate does, random tests are the same in every run; without, each run tries others.
const seed = process.env.PROVISO_SEED;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
