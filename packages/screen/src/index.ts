export * from './columns.ts';
export * from './errors.ts';
