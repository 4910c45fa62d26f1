-- Applies one batch of writes to one projection, all or nothing. Returns 1, or 0 when the projection's content was lost.
-- KEYS: the mark, then per write one key (entity, rank, put) or two (value: data, guard)
-- ARGV: generation, the index that the mark must have reached, newest index of this batch, then the writes
local mark = redis.call('HMGET', KEYS[1], 'generation', 'index')
local least = tonumber(ARGV[2])
if mark[1] then
  if mark[1] ~= ARGV[1] or tonumber(mark[2]) < least then return 0 end
elseif least >= 0 then
  return 0
end

local nextKey, nextArg = 2, 4
local function key() nextKey = nextKey + 1; return KEYS[nextKey - 1] end
local function arg() nextArg = nextArg + 1; return ARGV[nextArg - 1] end

local function raise(hash, field, index)
  local known = redis.call('HGET', hash, field)
  if known and tonumber(known) >= tonumber(index) then return false end
  redis.call('HSET', hash, field, index)
  return true
end

local writes = {}

-- An entity carries the index of each facet beside its fields: one read and one write for all facets of a batch. Per facet
-- come the numbers of its fields to set and to drop; then per facet its name, its index, names and values; then what to drop.
-- What is set lies together in ARGV, so that nothing is copied field by field.
function writes.entity()
  local data, count = key(), tonumber(arg())
  local numbers, sets = nextArg, nextArg + 2 * count
  local names, from, at, drops = {'asOfIndex'}, {}, sets, 0
  for i = 1, count do
    names[i + 1], from[i] = ARGV[at], at
    at = at + 2 + 2 * tonumber(ARGV[numbers + 2 * i - 2])
    drops = drops + tonumber(ARGV[numbers + 2 * i - 1])
  end
  from[count + 1] = at
  nextArg = at + drops

  local known = redis.call('HMGET', data, unpack(names))
  local asOf, newer, isNewer = known[1], 0, {}
  for i = 1, count do
    local index = ARGV[from[i] + 1]
    if not known[i + 1] or tonumber(known[i + 1]) < tonumber(index) then
      newer, isNewer[i] = newer + 1, true
      if not asOf or tonumber(asOf) < tonumber(index) then asOf = index end
    end
  end
  if newer == 0 then return end
  if newer == count then
    redis.call('HSET', data, 'asOfIndex', asOf, unpack(ARGV, sets, at - 1))
  end
  local drop = at
  for i = 1, count do
    local dropped = tonumber(ARGV[numbers + 2 * i - 1])
    if isNewer[i] then
      if newer < count then redis.call('HSET', data, 'asOfIndex', asOf, unpack(ARGV, from[i], from[i + 1] - 1)) end
      if dropped > 0 then redis.call('HDEL', data, unpack(ARGV, drop, drop + dropped - 1)) end
    end
    drop = drop + dropped
  end
end

function writes.value()
  local data, guard, field, index, value = key(), key(), arg(), arg(), arg()
  if raise(guard, field, index) then redis.call('HSET', data, field, value) end
end
function writes.put() redis.call('HSET', key(), arg(), arg()) end
function writes.rank() redis.call('ZADD', key(), arg(), arg()) end

while nextArg <= #ARGV do writes[arg()]() end

redis.call('HSET', KEYS[1], 'generation', ARGV[1])
raise(KEYS[1], 'index', ARGV[3])
return 1
