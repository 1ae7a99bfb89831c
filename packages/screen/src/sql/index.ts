export * from './contract.ts';
export { DIALECT_LIMITS } from './dialects/index.ts';
export { screenSql } from './screen-sql.ts';
