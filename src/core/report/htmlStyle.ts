/** The style sheet of a report. The variables of charts are those of the editor, so that one drawing serves both. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --quiet: #57606a;
  --line: #d8dee4;
  --link: #0550ae;
  --vscode-foreground: #1f2328;
  --vscode-descriptionForeground: #57606a;
  --vscode-editor-background: #ffffff;
  --vscode-charts-blue: #0969da;
  --vscode-charts-green: #1a7f37;
  --vscode-charts-orange: #bc4c00;
  --vscode-charts-purple: #8250df;
  --vscode-charts-yellow: #9a6700;
  --vscode-font-family: system-ui, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --quiet: #9198a1;
    --line: #3d444d;
    --link: #79c0ff;
    --vscode-foreground: #e6edf3;
    --vscode-descriptionForeground: #9198a1;
    --vscode-editor-background: #0d1117;
    --vscode-charts-blue: #58a6ff;
    --vscode-charts-green: #3fb950;
    --vscode-charts-orange: #db6d28;
    --vscode-charts-purple: #bc8cff;
    --vscode-charts-yellow: #d29922;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--vscode-editor-background);
  color: var(--vscode-foreground);
  font: 1rem/1.5 var(--vscode-font-family);
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
}
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1, h2, h3, h4, p, ul, dl, dd, figure { margin: 0; padding: 0; }
h1, h2, h3, h4 { font-size: 1rem; }
.log { font-size: 1.5rem; line-height: 1.25; margin-top: 5rem; }
.section { margin-bottom: 1rem; padding-top: 0.75rem; border-top: 2px solid var(--vscode-foreground); }
.item { margin-top: 1.5rem; }
section { margin-top: 3rem; }
.lead { margin-top: 1.5rem; font-size: 1.5rem; line-height: 1.3; text-wrap: pretty; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul { list-style: none; }
.entries > li { padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
li > ul { padding-left: 1rem; }
nav { margin-top: 1rem; }
nav li { display: inline-block; margin-right: 1rem; }
article { padding: 0.75rem 0 1rem; border-bottom: 1px solid var(--line); }
article .item, figure .item, .section + .item { margin-top: 0; }
.mark { color: var(--vscode-charts-purple); }
.quiet b { color: var(--vscode-foreground); }
dl { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.25rem 1rem; margin-top: 0.5rem; }
dt { color: var(--quiet); }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.375rem 1rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-size: 0.875rem; font-weight: normal; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
.whole { white-space: nowrap; }
.open td:nth-child(2), .open th:nth-child(2) { width: 7.5rem; }
.open td:nth-child(3), .open th:nth-child(3) { width: 9rem; }
.figures td:nth-child(3) { white-space: nowrap; }
.over { font-weight: 600; }
.table + .quiet, .figures + .quiet { margin-top: 0.75rem; }
.quiet + .figures { margin-top: 2rem; }
li ul { margin-top: 0.25rem; }
li li::before { content: "↳ "; color: var(--quiet); }
figure { margin-top: 3rem; }
figcaption { margin-bottom: 0.75rem; }
svg { display: block; max-width: 100%; height: auto; }
summary { color: var(--quiet); font-size: 0.875rem; cursor: pointer; }
details[open] summary { margin-bottom: 0.5rem; }
@media (max-width: 36rem) {
  main { padding-top: 1rem; }
  .lead { font-size: 1.25rem; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd + dt { margin-top: 0.5rem; }
  th, td { padding-right: 0.5rem; }
  table { font-size: 0.875rem; }
  .number { white-space: normal; }
  .open td:nth-child(2), .open th:nth-child(2), .open td:nth-child(3), .open th:nth-child(3) { width: 5rem; }
}
@media print {
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: underline; }
  article, figure, tr, .entries > li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  .log { break-before: page; }
  .table { overflow: visible; }
  details { display: none; }
}
`;
