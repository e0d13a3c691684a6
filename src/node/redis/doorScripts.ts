/**
 * Says who waits and who is in at one process, for a while, and answers who does anywhere. By the clock of Redis, so
 * that the processes need not agree on theirs.
 *
 * Keys: who waits, what was decided, who is in; each a hash. Arguments: the milliseconds, and as JSON `waiting` (a list
 * of fields with their values), `inside` (a list of fields), `gone` (fields of both that are no more).
 * Answers three flat lists: fields and values of who waits, ids and decisions of those who waited here, fields of who
 * is in.
 */
export const doorScript = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local said = cjson.decode(ARGV[2])
  local changes = 0
  local function put(key, field, value)
    changes = changes + redis.call('HSET', key, field, string.format('%.0f ', now + ARGV[1]) .. value)
    redis.call('PEXPIRE', key, ARGV[1] * 6)
  end
  local function alive(key)
    local found, all = {}, redis.call('HGETALL', key)
    for at = 1, #all, 2 do
      local till, value = string.match(all[at + 1], '^(%d+) (.*)$')
      if till and tonumber(till) > now then
        found[#found + 1] = all[at]
        found[#found + 1] = value
      else
        redis.call('HDEL', key, all[at])
      end
    end
    return found
  end
  local decided = {}
  for _, guest in ipairs(said.waiting) do
    local decision = redis.call('HGET', KEYS[2], guest[1])
    if decision then
      decided[#decided + 1] = guest[1]
      decided[#decided + 1] = decision
    else
      put(KEYS[1], guest[1], guest[2])
    end
  end
  for _, field in ipairs(said.inside) do
    put(KEYS[3], field, '')
  end
  for _, field in ipairs(said.gone) do
    changes = changes + redis.call('HDEL', KEYS[1], field) + redis.call('HDEL', KEYS[3], field)
  end
  if changes > 0 then
    redis.call('PUBLISH', KEYS[1], '')
  end
  return { alive(KEYS[1]), decided, alive(KEYS[3]) }`;

/**
 * Keeps what was decided about somebody who waits, for the process where they do, if nobody decided before.
 *
 * Keys: who waits, what was decided. Arguments: the id, the decision, for how many milliseconds.
 */
export const decideScript = `
  if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then
    redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2])
    redis.call('PEXPIRE', KEYS[2], ARGV[3])
    redis.call('PUBLISH', KEYS[1], '')
  end`;
