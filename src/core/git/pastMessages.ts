import { isCalendarDate } from '../format/calendarDate.ts';
import type { PastCommit } from '../ports/past.ts';
import { isFullHash } from './fullHash.ts';
import type { GitCommand } from './gitCommand.ts';
import { isoTime } from './isoTime.ts';

const format = '--format=%H%x00%P%x00%at%x00%aI%x00%B';
const fieldsOfRecord = 5;
const longestMessage = 32_768;

/** Asks for the whole messages of the newest `limit` commits that `from` (a full hash) reaches, `from` first. */
export function pastMessages(from: string, limit: number): GitCommand<readonly PastCommit[]> {
  return {
    args: [
      'log',
      '-z',
      format,
      '--encoding=UTF-8',
      '--no-show-signature',
      '--no-patch',
      `--max-count=${limit}`,
      '--end-of-options',
      from,
      '--',
    ],
    parse: parsePastMessages,
  };
}

/** Reads what {@link pastMessages} asks for. What is not whole ends the list. */
export function parsePastMessages(stdout: string): PastCommit[] {
  const fields = stdout.split('\0');
  const commits: PastCommit[] = [];
  for (let at = 0; at + fieldsOfRecord < fields.length; at += fieldsOfRecord) {
    const [sha = '', parents = '', seconds = '', date = '', message = ''] = fields.slice(
      at,
      at + fieldsOfRecord,
    );
    if (!isFullHash(sha)) {
      break;
    }
    const authored = isoTime(Number(seconds));
    const day = date.slice(0, 10);
    commits.push({
      sha,
      parents: parents.split(' ').filter(isFullHash),
      authored,
      day: isCalendarDate(day) ? day : authored.slice(0, 10),
      message: message.slice(0, longestMessage),
    });
  }
  return commits;
}
