-- Answers a purchase request when the query side signals that the sale cannot sell now. In doubt the request goes on: the
-- stock decides, the gate only saves work.
local signals = require "gate.signals"
local shopper = require "gate.shopper"
local problems = require "gate.problems"

local M = {}

-- Lets the request pass, or answers it.
function M.keep(sale)
    if ngx.req.get_method() ~= "POST" then
        return
    end
    local signal = signals.of(sale)
    local problem = signal and problems[signal]
    if not problem then
        return
    end
    local user = shopper.claimed()
    -- a purchase that was decided already has its one outcome: whoever repeats its key is told that, not today's news
    if user and signals.knows_purchase(shopper.purchase_id(sale, user)) ~= false then
        return
    end
    ngx.var.gate_sale = sale
    ngx.var.gate_user = user or ""
    ngx.var.gate_refusal = problem.reason
    ngx.status = problem.status
    ngx.header["Content-Type"] = "application/problem+json"
    ngx.header["Cache-Control"] = "no-store"
    ngx.header["X-Content-Type-Options"] = "nosniff"
    ngx.header["X-Answered-By"] = "gateway"
    ngx.print(problem.body)
    return ngx.exit(ngx.HTTP_OK)
end

return M
