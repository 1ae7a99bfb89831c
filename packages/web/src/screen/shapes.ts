import type { Shape } from '../api/shapes.ts';
import type { Preflight, RowPage, RowReply, Screened, ScreeningEntry, Upload } from './contract.ts';

export const isUpload: Shape<Upload> = (value): value is Upload =>
  has(value, 'id', isText) && has(value, 'name', isText);

export const isPreflight: Shape<Preflight> = (value): value is Preflight =>
  has(value, 'preflight', (part) => has(part, 'rows', isNumber)) &&
  has(value, 'columns', Array.isArray) &&
  has(value, 'map', (map) => has(map, 'columns', Array.isArray));

export const isScreened: Shape<Screened> = (value): value is Screened =>
  has(value, 'id', isText) &&
  has(value, 'state', isText) &&
  has(value, 'order', (order) => has(order, 'upload', isText));

export const isList: Shape<{ readonly screenings: readonly ScreeningEntry[] }> = (
  value,
): value is { readonly screenings: readonly ScreeningEntry[] } => has(value, 'screenings', Array.isArray);

export const isRowPage: Shape<RowPage> = (value): value is RowPage =>
  has(value, 'rows', Array.isArray) && has(value, 'columns', Array.isArray) && has(value, 'total', isNumber);

export const isRowReply: Shape<RowReply> = (value): value is RowReply =>
  has(value, 'cells', (cells) => typeof cells === 'object') &&
  has(value, 'question', (question) => has(question, 'rulebook', isText));

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}

function has(value: unknown, name: string, test: (member: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && test(Reflect.get(value, name));
}
