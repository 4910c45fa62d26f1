-- Who a request claims to be from, and which purchase its Idempotency-Key names. Nothing is verified here and nothing is
-- granted: with a forged token one reaches the service, which verifies it.
local cjson = require "cjson.safe"
local ffi = require "ffi"

ffi.cdef "unsigned char *SHA256(const unsigned char *text, size_t length, unsigned char *digest);"

local M = {}

local LONGEST_TOKEN = 4096
local DIGEST_BYTES = 32

local function base64url(text)
    local plain = text:gsub("-", "+"):gsub("_", "/")
    return ngx.decode_base64(plain .. ("="):rep(-#plain % 4))
end

-- The subject of the bearer token, or nil.
function M.claimed()
    local header = ngx.var.http_authorization
    if not header or #header > LONGEST_TOKEN then
        return nil
    end
    local claims = header:match("^[Bb]earer [%w_-]+%.([%w_-]+)%.[%w_-]+$")
    local json = claims and base64url(claims)
    local subject = json and (cjson.decode(json) or {}).sub
    return type(subject) == "string" and subject or nil
end

-- As PurchaseId of the shared kernel derives it: a UUID of version 8 over SHA-256. Nil without a key.
function M.purchase_id(sale, user)
    local key = ngx.var.http_idempotency_key
    if not key then
        return nil
    end
    local text = #sale .. ":" .. sale .. #user .. ":" .. user .. key
    local digest = ffi.new("unsigned char[?]", DIGEST_BYTES)
    ffi.C.SHA256(text, #text, digest)
    digest[6] = bit.bor(bit.band(digest[6], 0x0f), 0x80)
    digest[8] = bit.bor(bit.band(digest[8], 0x3f), 0x80)
    local hex = ffi.string(digest, 16):gsub(".", function(byte) return ("%02x"):format(byte:byte()) end)
    return (hex:gsub("^(%w%w%w%w%w%w%w%w)(%w%w%w%w)(%w%w%w%w)(%w%w%w%w)(%w+)$", "%1-%2-%3-%4-%5"))
end

return M
