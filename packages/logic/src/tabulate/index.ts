export { readChart } from './chart-builder.ts';
export type * from './contract.ts';
export { tabulate } from './tabulate.ts';
