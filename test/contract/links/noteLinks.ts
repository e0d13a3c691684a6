import assert from 'node:assert/strict';
import type { CommitLink } from '../../../src/core/entries/entry.ts';
import { NodeHistory } from '../../../src/node/git/nodeHistory.ts';
import type { GitRepository } from '../../support/gitRepository.ts';
import { valueOf } from '../git/gitContract.ts';

/** Of so many commits one is described by the extension's own code; on a long run every one is. */
const sample = process.env['RETROLOG_LONG'] === '1' ? 1 : 25;

/** The history of a repository as it is at this moment. */
export function historyOf(repository: GitRepository, folder = repository.folder): NodeHistory {
  return new NodeHistory({ root: folder, folder: 'retro', environment: repository.environment });
}

/**
 * Links to some commits of the branch that is checked out, as the extension makes them. It asks git for each commit
 * by itself, which takes long for hundreds: so plain git is asked for all of them at once, and what the extension
 * makes of some of them has to be the same, to the last digit.
 */
export async function noteLinks(repository: GitRepository, shas: readonly string[]): Promise<CommitLink[]> {
  const [range = ''] = patchIdsIn(repository, ['diff', ...patchForm, 'main...HEAD']).values();
  const patches = patchIdsIn(repository, ['log', '--format=commit %H', '-p', ...patchForm, 'main..HEAD']);
  const told = new Map(
    repository
      .git('log', '--format=%x01%H%x02%at%x02%s', '--name-only', '--no-renames', 'main..HEAD')
      .split('\x01')
      .map((record) => [record.slice(0, record.indexOf('\x02')), record] as const),
  );
  const links = shas.map((sha): CommitLink => {
    const [head = '', , ...paths] = (told.get(sha) ?? '').trimEnd().split('\n');
    const [, seconds, subject = ''] = head.split('\x02');
    const authored = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
    return { sha, subject, authored, patch: patches.get(sha) ?? '', range, paths };
  });
  const history = historyOf(repository);
  for (const link of links.filter(({ sha }) => Number.parseInt(sha.slice(0, 4), 16) % sample === 0)) {
    assert.deepEqual(valueOf(await history.describe(link.sha)), link);
  }
  return links;
}

const patchForm = ['-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--full-index'];

/** Patch-ids by hash. */
function patchIdsIn(repository: GitRepository, args: readonly string[]): Map<string, string> {
  const input = repository.git(...args);
  const lines = repository.run({ input: `${input}\n` }, 'patch-id', '--stable').split('\n');
  return new Map(lines.map((line) => line.split(' ')).map(([patch = '', sha = '']) => [sha, patch]));
}
