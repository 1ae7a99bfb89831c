import type { Verdict } from '@proviso/model';
import { share } from '../numbers.ts';
import { html, Markup } from './markup.ts';

/** A stretch of a stacked bar. */
export interface Segment {
  /** Class of its colour; a verdict's has a texture of its own as well. */
  readonly colour: `v-${Verdict}` | 's-earlier' | 's-now' | 's-plain';
  readonly rows: number;
}

/** Segments narrower than this have no room for their figure. */
const FIGURE_FROM = 0.16;

/** No stretch is drawn thinner than this part of its bar. */
const THINNEST = 0.008;

/** Textures tell the verdicts apart where colours do not. Once per page, before all charts. */
export const TEXTURES: Markup = html`<svg width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="t-restricted" width="8" height="8" patternUnits="userSpaceOnUse"><path class="texture" d="M-2 10 10 -2M-2 2 2 -2M6 10 10 6"/></pattern>
<pattern id="t-licensed" width="8" height="6" patternUnits="userSpaceOnUse"><path class="texture" d="M0 3H8"/></pattern>
<pattern id="t-exempt" width="6" height="8" patternUnits="userSpaceOnUse"><path class="texture" d="M3 0V8"/></pattern>
<pattern id="t-not_restricted" width="8" height="8" patternUnits="userSpaceOnUse"><circle class="dot" cx="4" cy="4" r="1.5"/></pattern>
<pattern id="t-undetermined" width="8" height="8" patternUnits="userSpaceOnUse"><path class="texture" d="M-2 -2 10 10M-2 6 2 10M6 -2 10 2"/></pattern>
<pattern id="t-earlier" width="6" height="6" patternUnits="userSpaceOnUse"><path class="texture" d="M-1.5 7.5 7.5 -1.5"/></pattern>
</defs></svg>`;

const TEXTURED = new Set(['v-restricted', 'v-licensed', 'v-exempt', 'v-not_restricted', 'v-undetermined', 's-earlier']);

/** The large bar of all rows, with the share written into what is wide enough. A table beside it says the same. */
export function stackedBar(segments: readonly Segment[], whole: number, label: string): Markup {
  const figures = placed(segments, whole)
    .filter(({ width }) => width >= FIGURE_FROM)
    .map(
      ({ from, width, rows }) =>
        html`<text class="figure" x="${percent(from + width / 2)}" y="50%" text-anchor="middle" dominant-baseline="central">${share(rows, whole)}</text>`,
    );
  return html`<svg class="stack" role="img" aria-label="${label}">${stretches(segments, whole)}${figures}</svg>`;
}

/** A thin bar, for the eye only: what it shows stands beside it in words. */
export function thinBar(segments: readonly Segment[], whole: number): Markup {
  return html`<svg class="bar" aria-hidden="true" focusable="false">${stretches(segments, whole)}</svg>`;
}

/** A sample of a colour and texture, for legends. */
export function swatch(colour: Segment['colour'] | 'track'): Markup {
  const full = { from: 0, width: 1 };
  return html`<svg class="swatch" aria-hidden="true" focusable="false">${colour === 'track' ? TRACK : filled(colour, full)}</svg>`;
}

const TRACK = html`<rect class="track" width="100%" height="100%" rx="2"/>`;

function stretches(segments: readonly Segment[], whole: number): readonly Markup[] {
  return [TRACK, ...placed(segments, whole).map((segment) => filled(segment.colour, segment))];
}

function filled(colour: string, { from, width }: { readonly from: number; readonly width: number }): Markup {
  const place = `x="${percent(from)}" width="${percent(width)}" height="100%"`;
  const texture = TEXTURED.has(colour) ? `<rect fill="url(#t-${colour.slice(2)})" ${place}/>` : '';
  const edge = width < 1 ? `<rect class="edge" ${place}/>` : '';
  return new Markup(`<rect class="${colour}" ${place}/>${texture}${edge}`);
}

/** Where each stretch lies, as parts of the bar. One too thin to be seen is widened at the cost of the widest. */
function placed(segments: readonly Segment[], whole: number) {
  const shown = segments.filter(({ rows }) => rows > 0);
  const widths = shown.map(({ rows }) => Math.max(THINNEST, rows / whole));
  const excess = widths.reduce((sum, width) => sum + width, 0) - 1;
  const widest = widths.indexOf(Math.max(...widths));
  let from = 0;
  return shown.map((segment, index) => {
    const width = (widths[index] ?? 0) - (index === widest ? Math.max(0, excess) : 0);
    from += width;
    return { ...segment, from: from - width, width };
  });
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`;
}
