import type { PastTag } from '../ports/past.ts';
import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';

const fields = ['objecttype', 'objectname', '*objecttype', '*objectname', 'creatordate:unix', 'refname'];
const tags = 'refs/tags/';

/** Asks for the newest `limit` tags. */
export function pastTags(limit: number): GitCommand<readonly PastTag[]> {
  return {
    args: [
      'for-each-ref',
      '--sort=-creatordate',
      `--count=${limit}`,
      `--format=${fields.map((field) => `%(${field})`).join('%00')}`,
      '--',
      tags,
    ],
    parse: parsePastTags,
  };
}

/** Reads what {@link pastTags} asks for: a line a tag. A tag of something else than a commit is left out. */
export function parsePastTags(stdout: string): PastTag[] {
  return stdout.split('\n').flatMap((line) => {
    const [type, object = '', taggedType, tagged = '', time = '', name = ''] = line.split('\0');
    const sha = type === 'commit' ? object : taggedType === 'commit' ? tagged : '';
    const seconds = Number(time);
    const isWhole = isFullHash(sha) && /^\d{1,12}$/.test(time) && name.startsWith(tags);
    return isWhole ? [{ name: name.slice(tags.length), sha, seconds }] : [];
  });
}
