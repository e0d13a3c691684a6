/**
 * @typedef {object} ServerFolders
 * @property {string} temp sockets and temporary files of all that the server starts
 * @property {string} userDataDir
 * @property {string} serverDataDir
 * @property {string} extensionsDir
 */

/**
 * @param {ServerFolders} folders
 * @param {import('./startServer.mjs').ServerOptions} options
 */
export function serverArguments(folders, options) {
  const {
    connectionToken,
    smokeTestDriver = true,
    workspaceTrust = false,
    reconnectionGraceSeconds = 0,
  } = options;
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
    ...(connectionToken ? ['--connection-token', connectionToken] : ['--without-connection-token']),
    ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    // Else the extension hosts of closed windows live on for hours; 1.105 does not know the option.
    ...(options.version === 'floor' ? [] : ['--reconnection-grace-time', String(reconnectionGraceSeconds)]),
    ...['--disable-telemetry', '--disable-update-check', '--disable-experiments'],
    '--disable-getting-started-override',
    // Else the environment of a login shell overrides the one given.
    '--force-disable-user-env',
    ...['--user-data-dir', folders.userDataDir, '--server-data-dir', folders.serverDataDir],
    ...['--extensions-dir', folders.extensionsDir],
    ...(options.serverFlags ?? []),
  ];
}

/**
 * @param {ServerFolders} folders
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(folders, extra) {
  // What an outer VS Code leaves in its terminal would connect this one to that.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    EXTENSIONS_GALLERY: '{}',
    TMPDIR: folders.temp,
    XDG_RUNTIME_DIR: folders.temp,
    // Given empty, for Node hands it on by itself where it is absent: only the extension host is to be measured.
    NODE_V8_COVERAGE: '',
    ...extra,
  };
}
