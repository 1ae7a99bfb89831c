/** The style sheet of the page. Its hash stands in the page's security policy, so there are no style attributes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f8; --paper: #ffffff; --ink: #1b1f24; --quiet: #59626c; --line: #dfe3e7; --track: #e6e9ec;
  --accent: #24588f; --earlier: #a9bfd6; --on-fill: #ffffff; --texture: rgba(255, 255, 255, 0.34);
  --prohibited: #a3272d; --restricted: #93590a; --licensed: #4c5cad; --exempt: #2a6c84;
  --not_restricted: #37764c; --undetermined: #616973;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --paper: #1c2024; --ink: #e8eaec; --quiet: #a4adb6; --line: #343a41; --track: #2d3339;
    --accent: #84b4e6; --earlier: #47617c; --on-fill: #14171a; --texture: rgba(0, 0, 0, 0.3);
    --prohibited: #e8807c; --restricted: #d8a556; --licensed: #9eabec; --exempt: #79b8cf;
    --not_restricted: #82c398; --undetermined: #a0a9b3;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
}
.choice { position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; }
.switch { display: flex; justify-content: flex-end; gap: 0.25rem; max-width: 62rem; margin: 0 auto; padding: 1rem 1rem 0; }
.switch label {
  padding: 0.2rem 0.7rem; border: 1px solid transparent; border-radius: 0.4rem; color: var(--quiet); cursor: pointer;
  font-size: 0.875rem;
}
.switch label:hover { color: var(--ink); }
#choose-en:checked ~ .switch [for="choose-en"], #choose-zh:checked ~ .switch [for="choose-zh"] {
  border-color: var(--line); background: var(--paper); color: var(--ink); font-weight: 600;
}
#choose-en:focus-visible ~ .switch [for="choose-en"], #choose-zh:focus-visible ~ .switch [for="choose-zh"] {
  outline: 2px solid var(--accent); outline-offset: 2px;
}
#choose-en:checked ~ main .in-zh, #choose-zh:checked ~ main .in-en { display: none; }
main { max-width: 62rem; margin: 0 auto; padding: 0.5rem 1rem 3rem; }
header { margin-bottom: 1.5rem; }
.kind { margin: 0; color: var(--quiet); font-size: 0.875rem; }
h1 { margin: 0.1rem 0 0.5rem; font-size: 1.75rem; line-height: 1.25; font-weight: 650; }
h2 { margin: 0 0 0.25rem; font-size: 1.2rem; line-height: 1.35; font-weight: 650; }
h3 { margin: 1.75rem 0 0.25rem; font-size: 1rem; font-weight: 650; }
p { margin: 0 0 0.5rem; max-width: 46rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.75rem 0 0; font-size: 0.9375rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
.quiet, .note { color: var(--quiet); }
.note { font-size: 0.9375rem; margin-bottom: 1rem; }
.small { display: block; color: var(--quiet); font-size: 0.875rem; line-height: 1.45; }
code { font: 0.875em ui-monospace, SFMono-Regular, Consolas, "Liberation Mono", monospace; color: var(--quiet); }
section { margin: 0 0 1.25rem; padding: 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 0 0 1.25rem; padding: 0; list-style: none; }
.tiles li { padding: 0.9rem 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 0.6rem; }
.tiles b { display: block; font-size: 1.5rem; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums; }
.tiles .name { display: block; margin-bottom: 0.2rem; font-size: 0.9375rem; line-height: 1.35; }
.mark { display: inline-flex; align-items: baseline; font-weight: 600; }
.mark .swatch { position: relative; top: 0.1rem; flex: none; }
svg { display: block; }
.stack { width: 100%; height: 2.5rem; margin: 0.75rem 0 0.5rem; }
.bar { width: 100%; height: 0.6rem; margin-top: 0.4rem; }
.swatch { display: inline-block; width: 0.9rem; height: 0.9rem; margin-right: 0.5rem; vertical-align: -0.1rem; }
.track { fill: var(--track); }
.edge { fill: none; stroke: var(--paper); stroke-width: 1; }
.texture { fill: none; stroke: var(--texture); stroke-width: 2; }
.dot { fill: var(--texture); }
.figure { fill: var(--on-fill); font-size: 0.8125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.v-prohibited { fill: var(--prohibited); }
.v-restricted { fill: var(--restricted); }
.v-licensed { fill: var(--licensed); }
.v-exempt { fill: var(--exempt); }
.v-not_restricted { fill: var(--not_restricted); }
.v-undetermined { fill: var(--undetermined); }
.s-now, .s-plain { fill: var(--accent); }
.s-earlier { fill: var(--earlier); }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.55rem 0 0.55rem 1rem; border-top: 1px solid var(--line); text-align: right; vertical-align: top; }
thead th { white-space: nowrap; border-top: 0; padding-top: 0.25rem; color: var(--quiet); font-weight: 400; font-size: 0.875rem; }
th:first-child { padding-left: 0; text-align: left; width: 100%; font-weight: 400; }
td { white-space: nowrap; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { font-weight: 650; }
tbody th b { font-weight: 600; }
ol.steps { margin: 0; padding: 0; list-style: none; counter-reset: step; }
ol.steps > li { position: relative; padding: 0.8rem 0 0.8rem 2.25rem; border-top: 1px solid var(--line); counter-increment: step; }
ol.steps > li::before {
  content: counter(step); position: absolute; left: 0; top: 0.8rem; width: 1.6rem; height: 1.6rem; border-radius: 50%;
  border: 1px solid var(--line); color: var(--quiet); font-size: 0.8125rem; line-height: 1.5rem; text-align: center;
}
ol.steps p { margin: 0 0 0.15rem; }
ul.plain { margin: 0.25rem 0 0.5rem; padding-left: 1.2rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0 0 0.75rem; padding: 0; list-style: none; color: var(--quiet); font-size: 0.875rem; }
footer { color: var(--quiet); font-size: 0.875rem; }
@media (max-width: 34rem) {
  main { padding: 0.5rem 0.75rem 2rem; }
  section { padding: 1rem 0.85rem; }
  h1 { font-size: 1.4rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 0.4rem; }
  .tiles { grid-template-columns: 1fr 1fr; gap: 0.5rem; }
  .tiles li { padding: 0.7rem 0.75rem; }
  .tiles li:last-child:nth-child(odd) { grid-column: 1 / -1; }
  .tiles b { font-size: 1.25rem; }
  table { font-size: 0.875rem; }
  table, thead, tbody, tfoot { display: block; }
  tr { display: grid; grid-template-columns: 1fr 1fr 1.7fr; padding: 0.5rem 0; border-top: 1px solid var(--line); }
  thead tr { border-top: 0; padding-bottom: 0.25rem; }
  th, td { padding: 0; border-top: 0; }
  th:first-child { grid-column: 1 / -1; width: auto; margin-bottom: 0.2rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --paper: #ffffff; --ink: #000000; --quiet: #444444; --line: #bbbbbb; --track: #e6e9ec;
    --accent: #24588f; --earlier: #a9bfd6; --on-fill: #ffffff; --texture: rgba(255, 255, 255, 0.34);
    --prohibited: #a3272d; --restricted: #93590a; --licensed: #4c5cad; --exempt: #2a6c84;
    --not_restricted: #37764c; --undetermined: #616973;
  }
  body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .switch, .choice { display: none; }
  main { max-width: none; padding: 0; }
  section { border: 0; border-radius: 0; padding: 0; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
  h2, h3, .note, .legend { break-after: avoid; }
  tr, ol.steps > li, .tiles li, .stack { break-inside: avoid; }
}
`;
