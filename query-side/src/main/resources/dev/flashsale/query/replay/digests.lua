-- One digest per key, the same for the same content whatever the order in which it was written; '' for a key that is not there.
-- Positions are no content: an event that is delivered late carries the position at which it came, not its own.
local function isPosition(field) return field == 'asOfIndex' or string.sub(field, 1, 1) == '~' end

local function content(key, kind)
  if kind == 'zset' then return redis.call('ZRANGE', key, 0, -1, 'WITHSCORES') end
  local flat, fields = redis.call('HGETALL', key), {}
  for i = 1, #flat, 2 do
    if not isPosition(flat[i]) then fields[#fields + 1] = #flat[i] .. ':' .. flat[i] .. '=' .. flat[i + 1] end
  end
  table.sort(fields)
  return fields
end

local digests = {}
for i, key in ipairs(KEYS) do
  local kind = redis.call('TYPE', key).ok
  digests[i] = kind == 'none' and '' or redis.sha1hex(kind .. '\n' .. table.concat(content(key, kind), '\n'))
end
return digests
