/** The end of a stream must be as whoever writes knows it; else nothing is written, and the answer is nothing. */
const atItsEnd = `
  local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
  local id, mark = '0-0', ''
  if last then id, mark = last[1], last[2][2] end
  if id ~= ARGV[1] or mark ~= ARGV[2] then return false end`;

/**
 * Writes intents behind the end of a stream, all or none, and tells who listens that there is something to read. Answers
 * the id of the last one. Ids are numbered within the part of the stream that the third argument says: they hold no
 * clock, so that nothing says when an anonymous card was written.
 *
 * Keys: the stream. Arguments: the id and the mark of its end, the number of the part, the version, then a mark and an
 * intent for each.
 */
export const appendScript = `${atItsEnd}
  for at = 5, #ARGV, 2 do
    id = redis.call('XADD', KEYS[1], ARGV[3] .. '-*',
      'mark', ARGV[at], 'after', mark, 'v', ARGV[4], 'intent', ARGV[at + 1])
    mark = ARGV[at]
  end
  redis.call('PUBLISH', KEYS[1], id)
  return id`;

/**
 * Puts a board in the place of a whole stream. It is a new one, so that nothing of the old one is left in its nodes,
 * as of entries that are deleted; nor does it say which was the last.
 *
 * Keys: the stream, and one to make the new one under. Arguments: the id and the mark of its end, the number of the
 * new part, the version, a mark, the board.
 */
export const replaceScript = `${atItsEnd}
  redis.call('DEL', KEYS[2])
  id = redis.call('XADD', KEYS[2], ARGV[3] .. '-0',
    'mark', ARGV[5], 'after', '', 'v', ARGV[4], 'board', ARGV[6])
  redis.call('RENAME', KEYS[2], KEYS[1])
  redis.call('PUBLISH', KEYS[1], id)
  return id`;
