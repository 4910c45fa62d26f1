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

-- an entity carries the index of each facet beside its fields: one read and one write for all facets of a batch
function writes.entity()
  local data, facets, names = key(), {}, {'asOfIndex'}
  for i = 1, tonumber(arg()) do
    local facet = {name = arg(), index = 0, fields = {}}
    facet.index = arg()
    for f = 1, 3 * tonumber(arg()) do facet.fields[f] = arg() end
    facets[i], names[i + 1] = facet, facet.name
  end
  local known = redis.call('HMGET', data, unpack(names))
  local asOf, set, drop = known[1], {}, {}
  for i, facet in ipairs(facets) do
    local index = tonumber(facet.index)
    if not known[i + 1] or tonumber(known[i + 1]) < index then
      set[#set + 1], set[#set + 2] = facet.name, facet.index
      if not asOf or tonumber(asOf) < index then asOf = facet.index end
      for f = 1, #facet.fields, 3 do
        if facet.fields[f + 1] == '1' then
          set[#set + 1], set[#set + 2] = facet.fields[f], facet.fields[f + 2]
        else
          drop[#drop + 1] = facet.fields[f]
        end
      end
    end
  end
  if #set > 0 then redis.call('HSET', data, 'asOfIndex', asOf, unpack(set)) end
  if #drop > 0 then redis.call('HDEL', data, unpack(drop)) end
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
