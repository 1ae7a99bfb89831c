import { checkMap, type MapContext } from './check-map.ts';
import type { MapText, ScreenMap } from './contract.ts';
import { type MapPath, mapFault, pathText, type ShowPlace } from './map-faults.ts';
import { readShape } from './map-shape.ts';
import { JsonFault, type JsonNode, placeIn, readJson } from './read-json.ts';

/**
 * Reads a map file.
 * @throws ScreenError `wrong_map`, `unknown_fact`, `no_column`, `fact_mapped_twice`, `unknown_value` or `no_zone`, whose
 * `where` is the file, line, column and member
 */
export function parseMap({ text, file }: MapText, context: MapContext): ScreenMap {
  const root = readText(text, file);
  const show: ShowPlace = (path) => {
    const { line, column } = placeIn(text, offsetOf(root, path));
    return `${file}:${line}:${column}${path.length === 0 ? '' : `, ${pathText(path)}`}`;
  };
  return checkMap(readShape(root, show), context, show);
}

/** Writes a map as JSON, in the order in which it is: two spaces, one member a line, a line break at the end. */
export function printMap(map: ScreenMap): string {
  const json = {
    ...(map.schema === undefined ? {} : { $schema: map.schema }),
    rulebook: map.rulebook,
    columns: Object.fromEntries(
      map.columns.map(({ fact, column, values, empty, zone }) => {
        const more = {
          ...(values === undefined ? {} : { values }),
          ...(empty === undefined ? {} : { empty }),
          ...(zone === undefined ? {} : { zone }),
        };
        return [fact, Object.keys(more).length === 0 ? column : { column, ...more }];
      }),
    ),
    ...(map.empty === undefined ? {} : { empty: map.empty }),
    ...(map.asOf === undefined ? {} : { as_of: map.asOf.zone === undefined ? map.asOf.column : map.asOf }),
    ...(map.constants.length === 0
      ? {}
      : { constants: Object.fromEntries(map.constants.map(({ fact, value }) => [fact, value])) }),
    ...(map.notMapped.length === 0 ? {} : { not_mapped: map.notMapped }),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function readText(text: string, file: string): JsonNode {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { line, column } = placeIn(text, error.at);
    throw mapFault('not_json', `the map is not JSON: ${error.message}`, {
      where: `${file}:${line}:${column}`,
      hint: 'write it as {"rulebook": "...", "columns": {"fact": "column"}}',
    });
  }
}

/** Where a member begins; for a name given twice the last, which is the one too many. */
function offsetOf(root: JsonNode, path: MapPath): number {
  let node = root;
  let at = root.at;
  for (const step of path) {
    if (node.kind === 'object') {
      const member = node.members.findLast(({ name }) => name === step);
      if (member === undefined) return at;
      at = member.at;
      node = member.value;
    } else if (node.kind === 'array') {
      const element = node.elements[Number(step) - 1];
      if (element === undefined) return at;
      at = element.at;
      node = element;
    } else return at;
  }
  return at;
}
