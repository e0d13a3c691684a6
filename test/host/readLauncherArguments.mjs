/**
 * What the launcher was asked for: the command line that `runTests` of `@vscode/test-electron` writes for desktop
 * VS Code. Flags that mean nothing in a browser are dropped.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function readLauncherArguments(args, env) {
  const asked = {
    /** @type {string | undefined} */
    target: args.find((arg) => !arg.startsWith('--')),
    /** @type {[string, string][]} */
    payload: [['skipWelcome', 'true']],
    /** @type {import('./startServer.mjs').ServerOptions} */
    options: { version: env.RETROLOG_HOST === 'floor' ? 'floor' : 'newest', serverFlags: [], nodeFlags: [] },
  };
  for (const arg of args) readArgument(arg, asked);
  // Only the extension host's own code is worth measuring.
  if (env.NODE_V8_COVERAGE) {
    asked.payload.push(['extensionEnvironment', JSON.stringify({ NODE_V8_COVERAGE: env.NODE_V8_COVERAGE })]);
  }
  return asked;
}

/**
 * @param {string} arg
 * @param {ReturnType<typeof readLauncherArguments>} asked
 */
function readArgument(arg, { payload, options }) {
  const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(arg) ?? [];
  switch (name) {
    case 'extensionDevelopmentPath':
    case 'extensionTestsPath':
      payload.push([name, value]);
      break;
    case 'disable-extensions':
      payload.push(['disableExtensions', 'true']);
      break;
    case 'inspect-extensions':
      payload.push(['inspect-extensions', value]);
      break;
    case 'enable-workspace-trust':
      // `runTests` always disables it: this flag of our own says otherwise.
      options.workspaceTrust = true;
      break;
    case 'user-data-dir':
      options.userDataDir = value;
      break;
    case 'extensions-dir':
      options.extensionsDir = value;
      break;
    case 'enable-proposed-api':
      options.serverFlags?.push(arg);
      break;
    case 'js-flags':
      options.nodeFlags?.push(...value.split(' '));
      break;
  }
}
