import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { defineConfig } from 'rolldown';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/webview', { recursive: true });
copyFileSync('node_modules/@vscode/codicons/dist/codicon.ttf', 'dist/webview/codicon.ttf');
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
