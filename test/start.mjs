// npm start [-- FOLDER] [--fresh]
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const kept = join(project, '.sample');
const usage = `Usage: npm start                 opens the extension on a sample
       npm start -- FOLDER      opens it on a folder of yours
       npm start -- --fresh     makes the sample anew`;

await main();

async function main() {
  const asked = readArguments();
  const folder = asked.folder === undefined ? await sample(asked.fresh) : existingFolder(asked.folder);
  const code = findCode();
  if (code === undefined) {
    say('There is no “code” on the PATH, so a real VS Code is served to your browser instead.');
    const { openInBrowser } = await import('./host/openInBrowser.mjs');
    await openInBrowser(project, folder);
  } else {
    await openInCode(code, folder);
  }
}

function readArguments() {
  try {
    const options = { fresh: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } };
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    if (positionals.length > 1) {
      stop(`One folder can be opened at a time, and ${positionals.length} were given.\n${usage}`);
    }
    if (values.fresh && positionals.length > 0) {
      stop(`“--fresh” is about the sample. It does not go together with a folder of yours.\n${usage}`);
    }
    return { folder: positionals[0], fresh: values.fresh };
  } catch (error) {
    return stop(`${error.message}\n${usage}`);
  }
}

/** npm runs scripts in the folder of the project and tells where it was called. */
function existingFolder(given) {
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) {
    stop(`There is no folder ${folder}. Give one that exists, or none to open the sample.`);
  } else if (!there.isDirectory()) {
    stop(`${folder} is not a folder. Give one, or nothing to open the sample.`);
  }
  return folder;
}

async function sample(fresh) {
  const folder = join(kept, 'shop');
  const compiled = join(project, 'out/test/sample/keepSample.js');
  if (!existsSync(compiled)) {
    say('Compiling what makes the sample …');
    await run(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-b', 'test/sample']);
  }
  const { keepSample } = await import(pathToFileURL(compiled).href);
  const done = await keepSample({ folder, seed: 1, until: today() }, fresh);
  const words = {
    made: 'Made a sample: a year of a small web shop, with the log of its team.',
    renewed: 'Made the sample again, so that it is of today. Nothing in it had been changed.',
    kept: 'The sample of today is there already.',
    keptChanged:
      'You changed the sample, so it stays as it is. “npm start -- --fresh” throws it away and makes a new one.',
  };
  say(`${words[done]}\nIt is in ${folder}`);
  return folder;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function findCode() {
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function openInCode(code, folder) {
  const userData = join(kept, 'user-data');
  say(
    `Opening VS Code on ${folder}\nIts settings are in ${userData}, apart from yours. Close its window to end this.`,
  );
  const args = [
    '--wait',
    '--new-window',
    `--extensionDevelopmentPath=${project}`,
    `--user-data-dir=${userData}`,
    // VS Code refuses to run as root otherwise.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  // A batch file is started by a shell only, which takes spaces for the end of an argument.
  const shell = code.endsWith('.cmd');
  await run(shell ? `"${code}"` : code, shell ? args.map((arg) => `"${arg}"`) : args, { shell });
}

function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: project, stdio: 'inherit', ...options });
    child.on('error', (error) => stop(`${command} could not be started: ${error.message}`));
    child.on('close', (exit) => (exit === 0 ? done() : stop(`${command} ended with ${exit}.`)));
  });
}

function say(text) {
  console.log(text);
}

function stop(text) {
  console.error(text);
  process.exit(1);
}
