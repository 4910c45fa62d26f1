-- The answers, written once. Type, title, status and reason are those of the command side; there is no purchaseId, because
-- nothing was decided: the same Idempotency-Key may be sent again.
local cjson = require "cjson"

local DETAIL = "Nothing was decided about this attempt. You may try again with the same Idempotency-Key."

local function problem(slug, title, reason, retry_after)
    return {
        status = 409,
        reason = reason,
        retry_after = retry_after,
        body = cjson.encode {
            type = "/problems/" .. slug,
            title = title,
            status = 409,
            detail = DETAIL,
            reason = reason,
        },
    }
end

-- by the signal that the query side gives
return {
    UPCOMING = problem("not-open", "The sale has not opened yet", "NOT_OPEN", 1),
    SOLD_OUT = problem("sold-out", "Sold out", "SOLD_OUT", 1),
    ENDED = problem("ended", "The sale has ended", "ENDED"),
    CANCELLED = problem("cancelled", "The sale was cancelled", "CANCELLED"),
}
