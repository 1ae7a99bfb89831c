export * from './columns.ts';
export * from './errors.ts';
export * from './job/index.ts';
export * from './mapping/index.ts';
export * from './sink/index.ts';
export * from './source/index.ts';
export * from './sql/index.ts';
export * from './summary/index.ts';
