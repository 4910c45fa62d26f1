-- What the query side signals about a sale, read from Redis at most ten times a second per sale and gateway. A signal lives
-- for a second and is renewed while it is true, so a query side or a Redis that dies leaves the gate open.
local redis = require "nginx.redis"

local M = {}

local HOST = os.getenv("REDIS_HOST") or "127.0.0.1"
local PORT = tonumber(os.getenv("REDIS_PORT") or "6379")
local PASSWORD = os.getenv("REDIS_PASSWORD")

local COPY_SECONDS = 0.1
local AWAY_SECONDS = 1
local TIMEOUT_MS = 50
local IDLE_MS = 60000
local POOL_SIZE = 32
local AWAY = "\0away"
local NOTHING = ""

local copies = ngx.shared.gate_signals

local function connect()
    local connection = redis:new()
    connection:set_timeout(TIMEOUT_MS)
    local ok, problem = connection:connect(HOST, PORT)
    if ok and PASSWORD and connection:get_reused_times() == 0 then
        ok, problem = connection:auth(PASSWORD)
    end
    return ok and connection, problem
end

-- One command; nil when Redis does not answer, and then it is left alone for a second.
local function ask(command, key)
    if copies:get(AWAY) then
        return nil
    end
    local connection, problem = connect()
    local answer
    if connection then
        answer, problem = connection[command](connection, key)
    end
    if not connection or answer == nil or answer == false then
        copies:set(AWAY, true, AWAY_SECONDS)
        ngx.log(ngx.WARN, "the gate is open, Redis does not answer: ", problem)
        return nil
    end
    connection:set_keepalive(IDLE_MS, POOL_SIZE)
    return answer
end

-- The signal of a sale, or nil when there is none.
function M.of(sale)
    local copy = copies:get(sale)
    if copy == nil then
        local answer = ask("get", "gate:sale:" .. sale)
        copy = (answer == nil or answer == ngx.null) and NOTHING or answer
        copies:set(sale, copy, COPY_SECONDS)
    end
    return copy ~= NOTHING and copy or nil
end

-- Whether this purchase was decided: true, false, or nil when nobody can say.
function M.knows_purchase(purchase_id)
    if not purchase_id then
        return false
    end
    local answer = ask("exists", "read:purchase:" .. purchase_id)
    return answer and answer ~= 0
end

return M
