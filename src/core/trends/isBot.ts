/** Who committed or co-wrote, as git has it. */
export interface Contact {
  readonly name: string;
  readonly address: string;
}

const botNames = new Set([
  'aider',
  'allcontributors',
  'amazon q developer',
  'codecov',
  'codex',
  'copilot',
  'cursor agent',
  'cursoragent',
  'dependabot',
  'dependabot-preview',
  'devin ai',
  'gemini-code-assist',
  'github actions',
  'github copilot',
  'github-actions',
  'gitlab bot',
  'google-labs-jules',
  'greenkeeper',
  'greenkeeperio',
  'imgbot',
  'jenkins',
  'mergify',
  'openhands',
  'pre-commit-ci',
  'renovate',
  'renovate bot',
  'renovate-bot',
  'semantic-release-bot',
  'snyk-bot',
  'swe-agent',
  'transifex',
  'travis ci',
  'weblate',
]);

/** Addresses that agents sign with. People share first names with some of them, so the name alone is not enough. */
const botAddresses =
  /^(?:noreply@anthropic\.com|(?:noreply|codex)@openai\.com|copilot@github\.com|(?:cursoragent|agent)@cursor\.com|noreply@aider\.chat|openhands@all-hands\.dev|bot@renovateapp\.com|action@github\.com|.*devin-ai-integration.*)$/;

/** Whether a commit is by a program: `[bot]`, a name that is known, or the address of an agent. */
export function isBot({ name, address }: Contact): boolean {
  const lower = name.trim().toLowerCase();
  const mail = address.trim().toLowerCase();
  return (
    lower.includes('[bot]') ||
    mail.includes('[bot]') ||
    botNames.has(lower) ||
    lower.startsWith('aider (') ||
    botAddresses.test(mail)
  );
}
