/** Words before a command that only say how it is run. */
const before =
  /^(?:\w+=\S*\s+|(?:npx|pnpx|bunx|time|sudo|(?:bundle|pnpm|yarn|poetry|uv|pipenv)\s+(?:exec|dlx|run))\s+)*/;

const testCommand = new RegExp(
  [
    String.raw`(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:t|tst|test)(?::[\w:-]+)?(?=\s|$)`,
    String.raw`(?:jest|vitest|mocha|ava|pytest|rspec|phpunit|ctest|tox|nox)(?=\s|$)`,
    String.raw`(?:\.\/)?(?:vendor|node_modules)\/(?:\.?bin)\/(?:jest|vitest|mocha|phpunit)(?=\s|$)`,
    String.raw`python3?\s+-m\s+(?:pytest|unittest)(?=\s|$)`,
    String.raw`node\s+(?:\S+\s+)*--test(?=\s|$)`,
    String.raw`(?:go|cargo|dotnet|swift|mix|deno|flutter|dart|bazel|sbt|rails|rake|lein|zig\s+build)\s+test(?=\s|$)`,
    String.raw`cargo\s+nextest\s+run(?=\s|$)`,
    String.raw`(?:mvn|\.\/mvnw)\s+(?:\S+\s+)*(?:test|verify)(?=\s|$)`,
    String.raw`(?:gradle|\.\/gradlew)\s+(?:\S+\s+)*(?:[\w:-]+:)?(?:test|check)(?=\s|$)`,
    String.raw`make\s+(?:test|check)(?=\s|$)`,
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'y',
);

const longestCommand = 1000;

/**
 * Whether a command line runs tests and nothing else that could fail, as far as its words say: one well-known command,
 * perhaps after `cd`. Anything that is piped, chained or unknown is none.
 */
export function isTestCommand(line: string): boolean {
  const alone = line.trim().replace(/^cd\s+[^\s;&|]+\s*&&\s*/, '');
  if (alone.length > longestCommand || /[;&|<>`\n]|\$\(/.test(alone)) {
    return false;
  }
  testCommand.lastIndex = before.exec(alone)?.[0].length ?? 0;
  return testCommand.test(alone);
}

/** Commands that failed last, of the tests of one window. */
export type FailedRuns = ReadonlySet<string>;

const mostFailed = 50;

/**
 * Notes the end of a test command.
 *
 * @returns what has failed now, and whether this one had failed before and passes now
 */
export function afterRun(
  failed: FailedRuns,
  command: string,
  exitCode: number,
): { readonly failed: FailedRuns; readonly recovered: boolean } {
  const others = [...failed].filter((one) => one !== command);
  return exitCode === 0
    ? { failed: new Set(others), recovered: failed.has(command) }
    : { failed: new Set([...others, command].slice(-mostFailed)), recovered: false };
}
