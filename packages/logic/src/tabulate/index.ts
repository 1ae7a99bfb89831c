export { readChart } from './chart-builder.ts';
export type * from './contract.ts';
export { regionFinder } from './regions.ts';
export { tabulate } from './tabulate.ts';
