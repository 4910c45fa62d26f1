-- Applies one batch of writes to one projection, all or nothing. Returns 1, or 0 when the projection's content was lost.
-- KEYS: the mark, then per write one key (rank, put) or two (latest: data, guard)
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
function writes.latest()
  local data, guard, facet, index = key(), key(), arg(), arg()
  local newer = raise(guard, facet, index)
  if newer and data == guard then raise(data, 'asOfIndex', index) end
  for _ = 1, tonumber(arg()) do
    local field, present, value = arg(), arg(), arg()
    if newer then
      if present == '1' then redis.call('HSET', data, field, value) else redis.call('HDEL', data, field) end
    end
  end
end
function writes.put() redis.call('HSET', key(), arg(), arg()) end
function writes.rank() redis.call('ZADD', key(), arg(), arg()) end

while nextArg <= #ARGV do writes[arg()]() end

redis.call('HSET', KEYS[1], 'generation', ARGV[1])
raise(KEYS[1], 'index', ARGV[3])
return 1
