export type { MapContext } from './check-map.ts';
export * from './contract.ts';
export { withEmptyWords } from './empty-words.ts';
export type { MapProblem } from './map-faults.ts';
export { parseMap, printMap } from './map-file.ts';
export { type MappingOptions, resolveMapping } from './resolve.ts';
export { suggestMapping } from './suggest.ts';
