import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';
import subsetFont from 'subset-font';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/webview', { recursive: true });
const styles = [
  'codicons.css',
  'webview.css',
  'capture.css',
  'trends.css',
  'board.css',
  'audit.css',
  'door.css',
  'guest.css',
];
for (const style of styles) {
  copyFileSync(`media/styles/${style}`, `dist/webview/${style}`);
}

// Of the editor's hundreds of icons, those that a style names: a guest waits for them over the network.
const icons = styles
  .flatMap((style) => [...readFileSync(`media/styles/${style}`, 'utf8').matchAll(/content: "\\(\w{4})"/g)])
  .map(([, code]) => String.fromCodePoint(Number.parseInt(code, 16)));
const font = readFileSync('node_modules/@vscode/codicons/dist/codicon.ttf');
writeFileSync('dist/webview/codicon.ttf', await subsetFont(font, icons.join(''), { targetFormat: 'sfnt' }));

const output = { minify: true, sourcemap: process.env.RETROLOG_SOURCE_MAPS === '1' };

const page = {
  platform: 'browser',
  output: { ...output, dir: 'dist/webview', format: 'iife', entryFileNames: '[name].js' },
};

export default defineConfig([
  {
    input: { extension: 'src/extension/extension.ts' },
    platform: 'node',
    external: ['vscode'],
    output: {
      ...output,
      dir: 'dist',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
    },
  },
  {
    input: { cli: 'src/cli/main.ts', 'serve-board': 'src/node/live/serveBoard.ts' },
    platform: 'node',
    output: {
      ...output,
      dir: 'dist',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'cli-[name].js',
    },
  },
  { input: { capture: 'src/webview/capture.ts' }, ...page },
  { input: { trends: 'src/webview/trends.ts' }, ...page },
  { input: { board: 'src/webview/board.ts' }, ...page },
  { input: { audit: 'src/webview/audit.ts' }, ...page },
  { input: { guest: 'src/webview/guest.ts' }, ...page },
]);
