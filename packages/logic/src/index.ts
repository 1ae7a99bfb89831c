export * from './answer.ts';
export * from './errors.ts';
export * from './status/contract.ts';
