import { identifier, literal } from '../../source/sql-text.ts';
import { textCell, type WrittenColumn } from '../cells.ts';

/** Characters that a cell may have. */
export const MAX_CELL_CHARACTERS = 32_767;
/** Names the error that a longer one raises within a query. */
export const CELL_TOO_LONG = 'proviso: a cell is too long for Excel';

const NUMBERS = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*|BIGNUM|FLOAT|DOUBLE)$/;
/** Fifteen digits are what Excel keeps of a number. */
const EXACT_NUMBER = String.raw`-?0*(?:[0-9]\.?){1,15}(?:e[+-]?[0-9]{1,3})?`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook with one sheet, besides the sheet: names and contents. */
export const FIXED_PARTS: readonly (readonly [name: string, content: string])[] = [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Screening" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>',
  ],
];

/** The sheet's name in the archive. */
export const SHEET_PART = 'xl/worksheets/sheet1.xml';
/** How the sheet ends. */
export const SHEET_END = '</sheetData></worksheet>';

/** How the sheet begins, up to its row of names, which stays in view. */
export function sheetBeginning(names: readonly string[]): string {
  const cells = names.map((name) => `<c s="2" t="inlineStr"><is><t xml:space="preserve">${escaped(name)}</t></is></c>`);
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetData><row>${cells.join('')}</row>`
  );
}

/**
 * A query that gives each row's XML. Texts are written as texts whatever they begin with, so that no cell is ever a
 * formula; numbers of up to fifteen digits, booleans and dates as such; everything else as text.
 */
export function rowsQuery(columns: readonly WrittenColumn[], query: string): string {
  const cells = columns.map((column) => `coalesce(${cellSql(column)}, '<c/>')`);
  return `SELECT concat('<row>', ${cells.join(', ')}, '</row>') FROM (${query})`;
}

function cellSql(column: WrittenColumn): string {
  const cell = identifier(column.name);
  const text = textSql(textCell(column));
  if (column.type === 'BOOLEAN') return `'<c t="b"><v>' || ${cell}::INTEGER || '</v></c>'`;
  if (column.type === 'DATE') {
    const serial = `'<c s="1"><v>' || (${cell} - DATE '1899-12-30') || '</v></c>'`;
    return `CASE WHEN ${cell} BETWEEN DATE '1900-03-01' AND DATE '9999-12-31' THEN ${serial} ELSE ${text} END`;
  }
  if (!NUMBERS.test(column.type)) return text;
  const shown = textCell(column);
  return `CASE WHEN regexp_full_match(${shown}, '${EXACT_NUMBER}') THEN '<c><v>' || ${shown} || '</v></c>' ELSE ${text} END`;
}

/** What has to be written otherwise than it is: most texts have none of it. */
const SPECIAL = String.raw`[&<>\x00-\x08\x0B-\x1F\x{FFFE}\x{FFFF}]|_x`;

function textSql(text: string): string {
  const marked = `regexp_replace(${text}, '_(x[0-9A-Fa-f]{4}_)', '_x005F_\\1', 'g')`;
  const allowed = `regexp_replace(${marked}, '[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]', '\ufffd', 'g')`;
  const xml = `replace(replace(replace(replace(${allowed}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), chr(13), '_x000D_')`;
  const written = `CASE WHEN regexp_matches(${text}, '${SPECIAL}') THEN ${xml} ELSE ${text} END`;
  const checked = `CASE WHEN strlen(${text}) > ${MAX_CELL_CHARACTERS} AND length(${text}) > ${MAX_CELL_CHARACTERS} THEN error(${literal(CELL_TOO_LONG)}) ELSE ${written} END`;
  return `'<c t="inlineStr"><is><t xml:space="preserve">' || ${checked} || '</t></is></c>'`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1')
    .replaceAll(/[^\t\n\r\u0020-\ufffd]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '_x000D_');
}
