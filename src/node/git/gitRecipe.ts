/**
 * What every git process is started with, so that a repository's configuration cannot make it run a program,
 * take a lock, ask the network or prompt. The one place that says so.
 */
const configuration = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'log.showSignature': 'false',
  'safe.bareRepository': 'explicit',
  'diff.relative': 'false',
};

const variables = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Versions that do not know the line above still try to fetch a missing object: no transport is allowed.
  GIT_ALLOW_PROTOCOL: '',
  GIT_TERMINAL_PROMPT: '0',
  // Into a pipe git writes each record by itself, which costs both sides more than all the rest.
  GIT_FLUSH: '0',
  LC_ALL: 'C',
};

// Said by the user for all repositories, never by a repository or by a hook that started us.
const kept = new Set([
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
]);
const programs = new Set(['EDITOR', 'VISUAL', 'PAGER', 'SSH_ASKPASS', 'SSH_ASKPASS_REQUIRE', 'PREFIX']);

/** The arguments in front of the subcommand. */
export function recipeArguments(): string[] {
  return Object.entries(configuration).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

/** The variables that the process is started with, made from ours. */
export function recipeEnvironment(inherited: NodeJS.ProcessEnv): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(inherited)) {
    const upper = name.toUpperCase();
    const dropped = (upper.startsWith('GIT_') && !kept.has(upper)) || programs.has(upper);
    if (value !== undefined && !dropped && !(upper in variables)) {
      environment[name] = value;
    }
  }
  return { ...environment, ...variables };
}

/** The variables that simple-git would otherwise take out or refuse. */
export const allowedVariables: readonly string[] = [...Object.keys(variables), ...kept];
