const development = new Set(['extensionDevelopmentPath', 'extensionTestsPath']);

/**
 * The address of a window on a target.
 * @param {{ url: string, connectionToken?: string }} server
 * @param {string} [target] the path of a folder or of a `.code-workspace`; none opens an empty window
 * @param {[string, string][]} [payload] what VS Code's web workbench takes, paths on disk as they are
 */
export function windowLink(server, target, payload = []) {
  const link = new URL(server.url);
  if (server.connectionToken) link.searchParams.set('tkn', server.connectionToken);
  if (target) link.searchParams.set(target.endsWith('.code-workspace') ? 'workspace' : 'folder', target);
  const entries = payload.map(([key, value]) => [
    key,
    development.has(key) ? `vscode-remote://${link.host}${new URL(`file://${value}`).pathname}` : value,
  ]);
  if (entries.length > 0) link.searchParams.set('payload', JSON.stringify(entries));
  return link.href;
}
