import { type SeededRandom, seededRandom } from '../../support/seededRandom.ts';

const attack = 'window.pwned=1';
/** What could end the text, the attribute, the element or the block that a payload stands in. */
const exits = [
  '',
  '">',
  "'>",
  '-->',
  ']]>',
  '`',
  '</title>',
  '</style>',
  '</script>',
  '</details>',
  '</svg>',
  '</td></tr></table>',
  '&quot;>',
  '&#34;&#62;',
  '\\"',
  '${',
];
const elements = ['img', 'svg', 'body', 'iframe', 'video', 'input', 'details', 'object', 'math', 'a', 'x'];
const attributes = [
  `src=x onerror=${attack}`,
  `onload="${attack}"`,
  `autofocus onfocus='${attack}'`,
  `open ontoggle=${attack}`,
  `onpointerover=${attack} style=position:fixed;inset:0`,
  `srcdoc="<script>parent.${attack}</script>"`,
  `src=https://host.example/x`,
  `data=https://host.example/x`,
  `style="background:url(https://host.example/x)"`,
];
const targets = [
  `javascript:${attack}`,
  `JaVaScRiPt:${attack}`,
  `java&#9;script:${attack}`,
  `data:text/html,<script>${attack}</script>`,
  `vbscript:${attack}`,
  'command:workbench.action.quit',
  'vscode://x/y',
  'file:///etc/passwd',
  '//host.example',
  '\\\\host.example\\share',
];

/** So many different texts, each of which would run, load or lead away if it were taken for more than text. */
export function hostilePayloads(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const made = new Set<string>();
  while (made.size < count) {
    made.add(`${random.pick(exits)}${random.pick(forms)(random)}`);
  }
  return [...made];
}

const forms: readonly ((random: SeededRandom) => string)[] = [
  (random) => `<${random.pick(elements)} ${random.pick(attributes)}>`,
  (random) => `<${random.pick(elements).toUpperCase()}/${random.pick(attributes).replaceAll(' ', '/')}>`,
  () => `<script>${attack}</script>`,
  () => `<ScRiPt >${attack}</sCrIpT >`,
  (random) => `<svg><animate ${random.pick(attributes)} begin=0s onbegin=${attack}></svg>`,
  (random) =>
    `<math><mtext><style><${random.pick(elements)} ${random.pick(attributes)}></style></mtext></math>`,
  (random) => `<a href="${random.pick(targets)}">x</a>`,
  (random) => `[x](${random.pick(targets)})`,
  (random) => `![x](${random.pick(targets)})`,
  (random) => `<${random.pick(targets)}>`,
  (random) => `<form action="${random.pick(targets)}"><button>x</button></form>`,
  (random) => `<meta http-equiv=refresh content="0;url=${random.pick(targets)}">`,
  (random) => `<base href="${random.pick(targets)}"><link rel=stylesheet href=x>`,
  () => '<style>@import "https://host.example/x";</style>',
];
