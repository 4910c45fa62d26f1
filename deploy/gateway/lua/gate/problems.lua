-- The answers, written once: word by word what the command side says when it refuses at its own edge. There is no
-- purchaseId, because nothing was decided: no outcome of the Idempotency-Key.
local cjson = require "cjson"

local function problem(slug, title, reason, may_change)
    return {
        status = 409,
        reason = reason,
        body = cjson.encode {
            type = "/problems/" .. slug,
            title = title,
            status = 409,
            detail = may_change and "Nothing was recorded. The same Idempotency-Key may be tried again later."
                or "Nothing was recorded.",
            reason = reason,
            recorded = false,
            retryable = may_change,
        },
    }
end

-- by the signal that the query side gives
return {
    UPCOMING = problem("not-open", "The sale has not opened yet", "NOT_OPEN", true),
    SOLD_OUT = problem("sold-out", "Sold out", "SOLD_OUT", true),
    ENDED = problem("ended", "The sale has ended", "ENDED", false),
    CANCELLED = problem("cancelled", "The sale was cancelled", "CANCELLED", false),
}
